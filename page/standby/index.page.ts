/** Asks in words for the standby service: once by itself, later from `page/more`. A watch without such services (below API 4.0) is not asked. */
import { requestPermission } from '@zos/app';
import { replace } from '@zos/router';
import { createSysTimer } from '@zos/timer';
import { getTextLayout } from '@zos/ui';
import { phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadPreferences, type StandbyConsent, savePreferences } from '../../utils/run/preferences.ts';
import { house } from '../../utils/zos/house.ts';
import { blockPart } from '../parts/block.ts';
import { buttonPart } from '../parts/button.ts';
import { say } from '../parts/say.ts';
import { openScreen } from '../parts/screen.ts';
import { textPart } from '../parts/text.ts';
import { TEXT } from '../parts/tones.ts';
import { standbyLayout } from './layout.ts';

const PERMISSION = 'device:os.bg_service';
/** What the platform answers for a permission that is granted. */
const GRANTED = 2;

function open(): void {
  if (typeof createSysTimer !== 'function') {
    answer('unsupported');
    return;
  }
  const screen = openScreen();
  const body = say(phrase('standby.body'));
  const layout = standbyLayout(screen, (widthPx, sizePx) => {
    return getTextLayout(body, { text_size: sizePx, text_width: widthPx }).height;
  });
  textPart(layout.title, TEXT, say(phrase('standby.title')));
  blockPart(layout.body, TEXT, body);
  buttonPart(layout.accept, 'go', say(phrase('standby.allow')), ask);
  buttonPart(layout.refuse, 'plain', say(phrase('standby.refuse')), () => answer('refused'));
}

function ask(): void {
  const code: unknown = requestPermission({
    permissions: [PERMISSION],
    callback: ([state]: number[]) => answer(state === GRANTED ? 'allowed' : 'refused'),
  } as never);
  // Granted already: the platform answers at once and does not call back.
  if (code === GRANTED) answer('allowed');
}

function answer(standby: StandbyConsent): void {
  const { report, store } = house();
  savePreferences(store, { ...loadPreferences(store, report), standby });
  toHome();
}

function toHome(): void {
  replace({ url: 'page/home/index.page' });
}

Page({
  build() {
    guard('page/standby build', house().report, open);
  },
});
