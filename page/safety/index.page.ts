/** The safety page: before the first session, and one tap away after that. */
import { replace } from '@zos/router';
import { getTextLayout } from '@zos/ui';
import { phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { buttonPart } from '../widgets/button.ts';
import { TEXT } from '../widgets/colours.ts';
import { longTextLayout } from '../widgets/long-text-layout.ts';
import { paragraphPart } from '../widgets/paragraph.ts';
import { openScreen } from '../widgets/screen.ts';
import { textPart } from '../widgets/text.ts';
import { translate } from '../widgets/translate.ts';

function open(): void {
  const screen = openScreen();
  const body = translate(phrase('safety.body'));
  const layout = longTextLayout(screen, (widthPx, sizePx) => {
    return getTextLayout(body, { text_size: sizePx, text_width: widthPx }).height;
  });
  textPart(layout.title, TEXT, translate(phrase('safety.title')));
  paragraphPart(layout.body, TEXT, body);
  buttonPart(layout.accept, 'go', translate(phrase('safety.accept')), accept);
}

function accept(): void {
  const { store, report } = appContext();
  const before = loadPreferences(store, report);
  savePreferences(store, { ...before, safetySeen: true });
  // The first time, the questions of the first run follow.
  replace({ url: `page/${before.safetySeen ? 'home' : 'setup'}/index.page` });
}

Page({
  build() {
    guard('page/safety build', appContext().report, open);
  },
});
