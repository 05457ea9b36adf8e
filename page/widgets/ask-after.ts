/** One question about a session that is in the log, and the one that follows it. The answer is a record of its own. */
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import type { SessionQuestion } from '../../utils/core/view/session-questions.ts';
import { guard } from '../../utils/run/guard.ts';
import { type Answers, logRating } from '../../utils/run/log-rating.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { goBack, open, type Route } from '../../utils/zos/routes.ts';
import { onSwipeBack } from './on-swipe-back.ts';
import { drawRating } from './rating.ts';

export interface AfterQuestion {
  readonly asks: SessionQuestion;
  /** The number of the session's record. */
  readonly seq: number;
  /** How sore the other side was, where that is known. */
  readonly other?: number;
  /** Whether the question stands on top of the session's page. */
  readonly isOnTop?: boolean;
  /** The questions that follow, in order. After the last one comes the session in words. */
  readonly next?: readonly SessionQuestion[];
}

/** The page has to release the crown and the way back in its `onDestroy`. */
export function askAfterSession(question: AfterQuestion): void {
  const { asks, seq, isOnTop } = question;
  const skip = drawRating(questionPhrase(asks), (value) => {
    const { clock, report, sessionLog } = appContext();
    if (value !== null) {
      guard('answer', report, () => logRating(sessionLog, seq, clock.nowMs(), answerOf(question, value)));
    }
    if (isOnTop) goBack();
    else open(routeAfter(question, value));
  });
  if (!isOnTop) onSwipeBack(skip);
}

function routeAfter({ asks, seq, next = [] }: AfterQuestion, value: number | null): Route {
  const [following, ...others] = next;
  if (following === undefined) return { page: 'past-session', seq };
  const isSide = asks !== 'after';
  return {
    page: 'rating',
    asks: following,
    seq,
    next: others,
    ...(isSide && value !== null ? { other: value } : {}),
  };
}

function questionPhrase(asks: SessionQuestion): Phrase {
  return phrase(asks === 'after' ? 'rate.after' : `rate.contact.${asks}`);
}

/**
 * The answer as the log keeps it. An answer about one side is stored with `contact`, the worse of both sides, for versions that
 * know only one soreness.
 */
function answerOf({ asks, other = 0 }: AfterQuestion, value: number): Answers {
  const contact = Math.max(value, other);
  const answers: Record<SessionQuestion, Answers> = {
    left: { contact, contactLeft: value },
    right: { contact, contactRight: value },
    after: { painAfter: value },
  };
  return answers[asks];
}
