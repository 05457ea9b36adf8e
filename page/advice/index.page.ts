/**
 * Asks calmly whether the wearer wants what the app suggests: a different stage (after a "no" only later sessions count), a
 * pause if pain rises at the first stage, or a reminder.
 */
import { STAGES, type Stage } from '../../utils/core/routine/routine.ts';
import { advicePhrase } from '../../utils/core/schedule/stage-advice.ts';
import { phrase } from '../../utils/core/text/phrase.ts';
import { refuseAdvice } from '../../utils/run/advise-stage.ts';
import { changePreferences, loadPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { isFlag, oneOf, open, optional, type RouteTo } from '../../utils/zos/routes.ts';
import { drawQuestion } from '../widgets/ask.ts';
import { definePage } from '../widgets/define-page.ts';
import { onSwipeBackOpenHome, releaseSwipeBack } from '../widgets/on-swipe-back.ts';
import { offerReminder } from './reminder.ts';

function draw({ about, isOnTop = false }: RouteTo<'advice'>): void {
  if (about === 'reminder') offerReminder();
  else if (about === 'pause') suggestPause(isOnTop);
  else suggestStage(about, isOnTop);
  if (!isOnTop) onSwipeBackOpenHome();
}

function suggestPause(isOnTop: boolean): void {
  const { stage } = loadPreferences(appContext().store, appContext().report);
  drawQuestion(advicePhrase(stage, 'pause'), [[phrase('safety.accept'), leaveAsItIs(isOnTop)]]);
}

function suggestStage(stage: Stage, isOnTop: boolean): void {
  const { store, report } = appContext();
  const { stage: present } = loadPreferences(store, report);
  drawQuestion(advicePhrase(present, stage), [
    [
      phrase('advice.accept'),
      () => {
        changePreferences(store, { stage });
        open({ page: 'apply-preferences', isOnTop });
      },
    ],
    [phrase('advice.keep'), leaveAsItIs(isOnTop)],
  ]);
}

/** From now on, only later sessions count. */
function leaveAsItIs(isOnTop: boolean): () => void {
  return () => {
    const { clock, sessionLog, store } = appContext();
    refuseAdvice(sessionLog, store, clock.nowMs());
    open({ page: 'apply-preferences', isOnTop });
  };
}

definePage('advice', { about: oneOf(...STAGES, 'pause', 'reminder'), isOnTop: optional(isFlag) }, draw, {
  onDestroy: releaseSwipeBack,
});
