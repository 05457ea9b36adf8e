/** When another phase may be worth trying, from what the wearer has said. Advice, never a lock. */
import type { Stage } from '../routine/routine.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

/** What a session's record and its later ratings say; null where the wearer has said nothing. */
export interface RatedSession {
  readonly phase: Stage;
  /** 0 to 10. */
  readonly painBefore: number | null;
  readonly painAfter: number | null;
  /** How sore at first contact, 0 to 10. */
  readonly contact: number | null;
  readonly morning: 'worse' | 'same' | 'better' | null;
}

/** Sessions not worse next morning before more is advised. */
const CALM_MORNINGS = 3;
/** Sessions with little soreness and pain before less often is advised. */
const EASY_SESSIONS = 4;
/** Soreness and pain that count as little. */
const LITTLE = 2;
/** A rise of pain, over a session, that is more than chance. */
const RISE = 2;
/** Sessions in a row with such a rise. */
const RISES = 2;

/**
 * The phase that the last sessions speak for; null where they speak for none. Only sessions in the present phase count,
 * since it began; one without the answer that a rule asks for is passed over, neither for nor against.
 * @param sessions oldest first
 */
export function advisedStage(phase: Stage, sessions: readonly RatedSession[]): Stage | null {
  const inPhase = sessions.slice(sinceOf(phase, sessions));
  if (phase !== 'sore' && allOf(inPhase, RISES, riseOf, (rise) => rise >= RISE)) {
    return phase === 'active' ? 'sore' : 'active';
  }
  if (
    phase === 'sore' &&
    allOf(
      inPhase,
      CALM_MORNINGS,
      ({ morning }) => morning,
      (morning) => morning !== 'worse',
    )
  ) {
    return 'active';
  }
  if (phase === 'active' && allOf(inPhase, EASY_SESSIONS, worstOf, (worst) => worst <= LITTLE)) {
    return 'maintenance';
  }
  return null;
}

/** The advice as a question. */
export function advicePhrase(phase: Stage, advised: Stage): Phrase {
  if (advised === 'maintenance') return phrase('advice.maintenance');
  return phrase(phase === 'sore' ? 'advice.active' : 'advice.back');
}

/** Index of the first session of the present run in `phase`. */
function sinceOf(phase: Stage, sessions: readonly RatedSession[]): number {
  let since = sessions.length;
  while (since > 0 && sessions[since - 1]?.phase === phase) since--;
  return since;
}

/** Whether the last `count` sessions that have an answer all pass. */
function allOf<T>(
  sessions: readonly RatedSession[],
  count: number,
  answerOf: (session: RatedSession) => T | null,
  passes: (answer: T) => boolean,
): boolean {
  const answers: T[] = [];
  for (const session of sessions) {
    const answer = answerOf(session);
    if (answer !== null) answers.push(answer);
  }
  return answers.length >= count && answers.slice(-count).every(passes);
}

/** How much pain rose over the session. */
function riseOf({ painBefore, painAfter }: RatedSession): number | null {
  return painBefore === null || painAfter === null ? null : painAfter - painBefore;
}

/** The most of contact soreness and pain; asks for soreness and for pain before or after. */
function worstOf({ painBefore, painAfter, contact }: RatedSession): number | null {
  if (contact === null || (painBefore === null && painAfter === null)) return null;
  return Math.max(contact, painBefore === null ? 0 : painBefore, painAfter === null ? 0 : painAfter);
}
