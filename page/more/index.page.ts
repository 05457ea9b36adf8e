/** What home has no room for: options, safety, help, the feel test, history, and the question about the standby where there can be one. */
import { replace } from '@zos/router';
import { createSysTimer } from '@zos/timer';
import { phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
import { house } from '../../utils/zos/house.ts';
import { buttonPart } from '../parts/button.ts';
import { rowsLayout } from '../parts/rows-layout.ts';
import { say } from '../parts/say.ts';
import { openScreen } from '../parts/screen.ts';
import { textPart } from '../parts/text.ts';
import { TEXT } from '../parts/tones.ts';

type Row = 'options' | 'safety' | 'help' | 'feel' | 'history' | 'standby';

function open(): void {
  const screen = openScreen();
  const pages: Row[] = ['options', 'safety', 'help', 'feel', 'history'];
  // As on its own page: below API 4.0 there are no such services.
  if (typeof createSysTimer === 'function') pages.push('standby');
  const layout = rowsLayout(screen, pages.length + 1);
  textPart(layout.title, TEXT, say(phrase('home.more')));
  layout.rows.forEach((line, at) => {
    const page = pages[at];
    const text = say(phrase(page === undefined ? 'more.back' : `more.${page}`));
    const url = `page/${page === undefined ? 'home' : page}/index.page`;
    buttonPart(line, page === undefined ? 'go' : 'plain', text, () => replace({ url, params: 'fresh' }));
  });
}

Page({
  build() {
    guard('page/more build', house().report, open);
  },
});
