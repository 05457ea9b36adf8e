/** Asks on the morning after a session how it was, and then alone: worse, same, better; one touch skips it. */
import { phrase } from '../../utils/core/text/phrase.ts';
import { lastSession, noteSession } from '../../utils/run/last-session.ts';
import { logRating } from '../../utils/run/log-rating.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { drawQuestion } from '../widgets/ask.ts';
import { openHomeOrAdvice } from '../widgets/open-home-or-advice.ts';

const MORNINGS = ['worse', 'same', 'better'] as const;

export function askAboutMorning(): void {
  drawQuestion(
    phrase('rate.morning'),
    MORNINGS.map((morning) => [
      phrase(`rate.${morning}`),
      () => {
        keepAnswer(morning);
        openHomeOrAdvice();
      },
    ]),
    openHomeOrAdvice,
  );
}

function keepAnswer(morning: (typeof MORNINGS)[number]): void {
  const { clock, sessionLog, store } = appContext();
  const last = lastSession(store, clock.nowMs());
  // Noted apart only once it is logged: else it is asked again.
  if (last !== null && logRating(sessionLog, last.seq, clock.nowMs(), { morning })) {
    noteSession(store, { ...last, morning });
  }
}
