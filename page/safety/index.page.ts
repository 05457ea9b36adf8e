/** The safety page: before the first session, and one tap away after that. */
import { replace } from '@zos/router';
import { getTextLayout } from '@zos/ui';
import { phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { house } from '../../utils/zos/house.ts';
import { blockPart } from '../parts/block.ts';
import { buttonPart } from '../parts/button.ts';
import { longTextLayout } from '../parts/long-text-layout.ts';
import { say } from '../parts/say.ts';
import { openScreen } from '../parts/screen.ts';
import { textPart } from '../parts/text.ts';
import { TEXT } from '../parts/tones.ts';

function open(): void {
  const screen = openScreen();
  const body = say(phrase('safety.body'));
  const layout = longTextLayout(screen, (widthPx, sizePx) => {
    return getTextLayout(body, { text_size: sizePx, text_width: widthPx }).height;
  });
  textPart(layout.title, TEXT, say(phrase('safety.title')));
  blockPart(layout.body, TEXT, body);
  buttonPart(layout.accept, 'go', say(phrase('safety.accept')), accept);
}

function accept(): void {
  const { store, report } = house();
  const before = loadPreferences(store, report);
  savePreferences(store, { ...before, safetySeen: true });
  // The first time, the questions of the first run follow.
  replace({ url: `page/${before.safetySeen ? 'home' : 'setup'}/index.page` });
}

Page({
  build() {
    guard('page/safety build', house().report, open);
  },
});
