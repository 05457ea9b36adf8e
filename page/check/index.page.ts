/** Between Start and the session: names what may mute cues. A watch with nothing to name passes through unseen. */
import { replace } from '@zos/router';
import { getSystemMode } from '@zos/settings';
import { phrase } from '../../utils/core/text/phrase.ts';
import { mutingMode, type SystemModes } from '../../utils/core/view/muting-mode.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { house } from '../../utils/zos/house.ts';
import { blockPart } from '../parts/block.ts';
import { buttonPart } from '../parts/button.ts';
import { say } from '../parts/say.ts';
import { hideStatusBar, readScreen } from '../parts/screen.ts';
import { textPart } from '../parts/text.ts';
import { QUIET, TEXT } from '../parts/tones.ts';
import { checkLayout } from './layout.ts';

function open(): void {
  const mode = mutingMode(readModes());
  if (mode === null) begin();
  else draw(mode);
}

function readModes(): SystemModes {
  try {
    return getSystemMode();
  } catch {
    // A watch that does not tell its modes is taken to be in none.
    return {};
  }
}

function draw(mode: NonNullable<ReturnType<typeof mutingMode>>): void {
  const screen = readScreen();
  hideStatusBar(screen);
  const layout = checkLayout(screen);
  textPart(layout.title, { sizePx: layout.titlePx, colour: TEXT }, say(phrase(`mode.${mode}`)));
  blockPart(layout.body, { sizePx: layout.bodyPx, colour: QUIET }, say(phrase('mode.body')));
  const go = { kind: 'go', sizePx: layout.titlePx, text: say(phrase('mode.start')) } as const;
  buttonPart(layout.start, go, begin);
  const back = { kind: 'plain', sizePx: layout.bodyPx, text: say(phrase('mode.back')) } as const;
  buttonPart(layout.back, back, () => replace({ url: 'page/home/index.page' }));
}

function begin(): void {
  const built = house();
  const { report, standby, store } = built;
  built.comeBack = undefined;
  if (loadPreferences(store, report).standby === 'allowed') standby.start();
  replace({ url: 'page/session/index.page', params: 'start' });
}

Page({
  build() {
    guard('page/check build', house().report, open);
  },
});
