/** Between Start and the session, where a mode is on that may mute cues: names it, and lets the wearer decide. */
import { replace } from '@zos/router';
import { phrase } from '../../utils/core/text/phrase.ts';
import type { MutingMode } from '../../utils/core/view/muting-mode.ts';
import { guard } from '../../utils/run/guard.ts';
import { house } from '../../utils/zos/house.ts';
import { blockPart } from '../parts/block.ts';
import { buttonPart } from '../parts/button.ts';
import { say } from '../parts/say.ts';
import { openScreen } from '../parts/screen.ts';
import { textPart } from '../parts/text.ts';
import { QUIET, TEXT } from '../parts/tones.ts';
import { checkLayout } from './layout.ts';

let mode: MutingMode = 'dnd';

function draw(): void {
  const screen = openScreen();
  const layout = checkLayout(screen);
  textPart(layout.title, TEXT, say(phrase(`mode.${mode}`)));
  blockPart(layout.body, QUIET, say(phrase('mode.body')));
  buttonPart(layout.start, 'go', say(phrase('mode.start')), () =>
    replace({ url: 'page/begin/index.page', params: 'sure' }),
  );
  buttonPart(layout.back, 'plain', say(phrase('mode.back')), () =>
    replace({ url: 'page/home/index.page', params: 'fresh' }),
  );
}

Page({
  onInit(given) {
    mode = given as MutingMode;
  },
  build() {
    guard('page/check build', house().report, draw);
  },
});
