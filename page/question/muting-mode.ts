/** Asked between Start and the session if a mode is on that may mute cues. It names the mode and lets the wearer decide. */
import { phrase } from '../../utils/core/text/phrase.ts';
import type { MutingMode } from '../../utils/core/view/muting-mode.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { open } from '../../utils/zos/routes.ts';
import { QUIET, TEXT } from '../widgets/colours.ts';
import { keepLitForReading } from '../widgets/keep-lit.ts';
import { onSwipeBackOpenHome } from '../widgets/on-swipe-back.ts';
import { buttonPart, evenParagraphPart, openScreen, textPart } from '../widgets/parts.ts';
import { mutingModeLayout } from './muting-mode-layout.ts';

export function askAboutMutingMode(mode: MutingMode): void {
  keepLitForReading();
  onSwipeBackOpenHome();
  const layout = mutingModeLayout(openScreen());
  textPart(layout.title, TEXT, phrase(`mode.${mode}`));
  evenParagraphPart(layout.body, QUIET, phrase('mode.body'));
  buttonPart(layout.start, 'go', phrase('mode.start'), () =>
    open({ page: 'session', isStart: true, askedAtMs: appContext().clock.nowMs() }),
  );
  buttonPart(layout.back, 'plain', phrase('mode.back'), () => open({ page: 'home', from: 'app' }));
}
