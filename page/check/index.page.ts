/** Between Start and the session: names what may mute cues. A watch with nothing to name passes through unseen. */
import { replace } from '@zos/router';
import { getSystemMode } from '@zos/settings';
import { sessionLayout } from '../../utils/core/layout/session-layout.ts';
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
  // A session that is gone on with is not asked about.
  const mode = params === 'resumed' ? null : mutingMode(readModes());
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
  textPart(layout.title, TEXT, say(phrase(`mode.${mode}`)));
  blockPart(layout.body, QUIET, say(phrase('mode.body')));
  buttonPart(layout.start, 'go', say(phrase('mode.start')), begin);
  buttonPart(layout.back, 'plain', say(phrase('mode.back')), () => replace({ url: 'page/home/index.page' }));
}

function begin(): void {
  const built = house();
  const { report, standby, store } = built;
  built.layout = sessionLayout(readScreen());
  if (params !== 'resumed') {
    built.comeBack = undefined;
    if (loadPreferences(store, report).standby === 'allowed') standby.start();
  }
  replace({ url: 'page/session/index.page', params: 'start' });
}

let params: string | undefined;

Page({
  onInit(given) {
    params = given;
  },
  build() {
    guard('page/check build', house().report, open);
  },
});
