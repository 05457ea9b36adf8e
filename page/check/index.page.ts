/** Between Start and the session, where a mode is on that may mute cues: names it, and lets the wearer decide. */
import { replace } from '@zos/router';
import { phrase } from '../../utils/core/text/phrase.ts';
import type { MutingMode } from '../../utils/core/view/muting-mode.ts';
import { guard } from '../../utils/run/guard.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { buttonPart } from '../widgets/button.ts';
import { QUIET, TEXT } from '../widgets/colours.ts';
import { paragraphPart } from '../widgets/paragraph.ts';
import { openScreen } from '../widgets/screen.ts';
import { textPart } from '../widgets/text.ts';
import { translate } from '../widgets/translate.ts';
import { checkLayout } from './layout.ts';

let mode: MutingMode = 'dnd';

function draw(): void {
  const screen = openScreen();
  const layout = checkLayout(screen);
  textPart(layout.title, TEXT, translate(phrase(`mode.${mode}`)));
  paragraphPart(layout.body, QUIET, translate(phrase('mode.body')));
  buttonPart(layout.start, 'go', translate(phrase('mode.start')), () =>
    replace({ url: 'page/begin/index.page', params: 'sure' }),
  );
  buttonPart(layout.back, 'plain', translate(phrase('mode.back')), () =>
    replace({ url: 'page/home/index.page', params: 'fresh' }),
  );
}

Page({
  onInit(given) {
    mode = given as MutingMode;
  },
  build() {
    guard('page/check build', appContext().report, draw);
  },
});
