/** The one card of the first run: which buzz asks whether it is easing, and how to say no. */
import { replace } from '@zos/router';
import { getTextLayout } from '@zos/ui';
import { phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
import { hasHook } from '../../utils/run/has-hook.ts';
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
  const { store, report } = house();
  const body = say(phrase(hasHook(store, report) ? 'card.body.hook' : 'card.body'));
  const layout = longTextLayout(screen, (widthPx, sizePx) => {
    return getTextLayout(body, { text_size: sizePx, text_width: widthPx }).height;
  });
  textPart(layout.title, TEXT, say(phrase('card.title')));
  blockPart(layout.body, TEXT, body);
  // What was answered on the way here is taken in before home shows it.
  buttonPart(layout.accept, 'go', say(phrase('card.go')), () => replace({ url: 'page/adopt/index.page' }));
}

Page({
  build() {
    guard('page/card build', house().report, open);
  },
});
