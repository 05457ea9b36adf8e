/** Asks how the morning after the last session was: worse, same, better; one touch skips it. Either way it is asked once. */
import { phrase } from '../../utils/core/text/phrase.ts';
import { lastSession, noteSession } from '../../utils/run/last-session.ts';
import { logRating } from '../../utils/run/log-rating.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { type AnswerButton, drawQuestion } from '../widgets/ask.ts';
import { onSwipeBackOpenHome } from '../widgets/on-swipe-back.ts';
import { openHomeOrAdvice } from '../widgets/open-home-or-advice.ts';

const MORNINGS = ['worse', 'same', 'better'] as const;

type Morning = (typeof MORNINGS)[number];

export function askAboutMorning(): void {
  const leave = (morning: Morning | null) => (): void => {
    keepAnswer(morning);
    openHomeOrAdvice();
  };
  const answers = MORNINGS.map((morning): AnswerButton => [phrase(`rate.${morning}`), leave(morning)]);
  drawQuestion(phrase('rate.morning'), answers, leave(null));
  // Unanswered, it comes again at the next launch.
  onSwipeBackOpenHome();
}

/** @param morning null if the question was skipped: it does not come again for this session */
function keepAnswer(morning: Morning | null): void {
  const { clock, sessionLog, store } = appContext();
  const last = lastSession(store, clock.nowMs());
  if (last === null) return;
  if (morning === null) noteSession(store, { ...last, isMorningSkipped: true });
  // Noted separately only once it is logged; otherwise it is asked again.
  else if (logRating(sessionLog, last.seq, clock.nowMs(), { morning })) {
    noteSession(store, { ...last, morning });
  }
}
