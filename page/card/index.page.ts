/** The one card of the first run: which buzz asks whether it is easing, and how to translate no. */
import { replace } from '@zos/router';
import { getTextLayout } from '@zos/ui';
import { phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
import { hasHook } from '../../utils/run/has-hook.ts';
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
  const { store, report } = appContext();
  const body = translate(phrase(hasHook(store, report) ? 'card.body.hook' : 'card.body'));
  const layout = longTextLayout(screen, (widthPx, sizePx) => {
    return getTextLayout(body, { text_size: sizePx, text_width: widthPx }).height;
  });
  textPart(layout.title, TEXT, translate(phrase('card.title')));
  paragraphPart(layout.body, TEXT, body);
  // What was answered on the way here is taken in before home shows it.
  buttonPart(layout.accept, 'go', translate(phrase('card.go')), () =>
    replace({ url: 'page/adopt/index.page' }),
  );
}

Page({
  build() {
    guard('page/card build', appContext().report, open);
  },
});
