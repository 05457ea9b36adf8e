/** What home has no room for: options, safety, help, the feel test, history, and the question about the helper where there can be one. */
import { replace } from '@zos/router';
import { createSysTimer } from '@zos/timer';
import { phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { buttonPart } from '../widgets/button.ts';
import { TEXT } from '../widgets/colours.ts';
import { rowsLayout } from '../widgets/rows-layout.ts';
import { openScreen } from '../widgets/screen.ts';
import { textPart } from '../widgets/text.ts';
import { translate } from '../widgets/translate.ts';

type Row = 'options' | 'safety' | 'help' | 'feel' | 'history' | 'helper';

function open(): void {
  const screen = openScreen();
  const pages: Row[] = ['options', 'safety', 'help', 'feel', 'history'];
  // As on its own page: below API 4.0 there are no such services.
  if (typeof createSysTimer === 'function') pages.push('helper');
  const layout = rowsLayout(screen, pages.length + 1);
  textPart(layout.title, TEXT, translate(phrase('home.more')));
  layout.rows.forEach((line, at) => {
    const page = pages[at];
    const text = translate(phrase(page === undefined ? 'more.back' : `more.${page}`));
    const url = `page/${page === undefined ? 'home' : page}/index.page`;
    buttonPart(line, page === undefined ? 'go' : 'plain', text, () => replace({ url, params: 'fresh' }));
  });
}

Page({
  build() {
    guard('page/more build', appContext().report, open);
  },
});
