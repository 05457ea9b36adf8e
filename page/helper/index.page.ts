/** Asks in words for the helper service: once by itself, later from `page/more`. A watch without such services (below API 4.0) is not asked. */
import { requestPermission } from '@zos/app';
import { replace } from '@zos/router';
import { createSysTimer } from '@zos/timer';
import { getTextLayout } from '@zos/ui';
import { phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
import { type HelperConsent, loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { buttonPart } from '../widgets/button.ts';
import { TEXT } from '../widgets/colours.ts';
import { paragraphPart } from '../widgets/paragraph.ts';
import { openScreen } from '../widgets/screen.ts';
import { textPart } from '../widgets/text.ts';
import { translate } from '../widgets/translate.ts';
import { helperLayout } from './layout.ts';

const PERMISSION = 'device:os.bg_service';
/** What the platform answers for a permission that is granted. */
const GRANTED = 2;

function open(): void {
  if (typeof createSysTimer !== 'function') {
    answer('unsupported');
    return;
  }
  const screen = openScreen();
  const body = translate(phrase('helper.body'));
  const layout = helperLayout(screen, (widthPx, sizePx) => {
    return getTextLayout(body, { text_size: sizePx, text_width: widthPx }).height;
  });
  textPart(layout.title, TEXT, translate(phrase('helper.title')));
  paragraphPart(layout.body, TEXT, body);
  buttonPart(layout.accept, 'go', translate(phrase('helper.allow')), ask);
  buttonPart(layout.refuse, 'plain', translate(phrase('helper.refuse')), () => answer('refused'));
}

function ask(): void {
  const code: unknown = requestPermission({
    permissions: [PERMISSION],
    callback: ([state]: number[]) => answer(state === GRANTED ? 'allowed' : 'refused'),
  } as never);
  // Granted already: the platform answers at once and does not call back.
  if (code === GRANTED) answer('allowed');
}

function answer(helper: HelperConsent): void {
  const { report, store } = appContext();
  savePreferences(store, { ...loadPreferences(store, report), helper });
  toHome();
}

function toHome(): void {
  replace({ url: 'page/home/index.page' });
}

Page({
  build() {
    guard('page/helper build', appContext().report, open);
  },
});
