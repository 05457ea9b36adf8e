/**
 * When a different stage, or a pause, may be worth trying, judged by the wearer's answers about the last sessions. It is advice
 * and locks nothing.
 */
import type { SessionAnswers } from '../log/answers.ts';
import type { SessionRecord } from '../log/record.ts';
import type { Stage } from '../routine/routine.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import { isPossibleStart } from './possible-start.ts';

/** A session: its stage, and the wearer's answers. */
export type RatedSession = SessionAnswers & { readonly record: Pick<SessionRecord, 'phase'> };

/** What is advised: a different stage; or, if pain rises in the first stage, a pause and a clinician. */
export type Advice = Stage | 'pause';

/** After this many sessions without a worse morning, a sore wearer is advised to try the active stage. */
const CALM_MORNINGS = 3;
/** After this many sessions with little soreness and pain, an active wearer is advised to try maintenance. */
const EASY_SESSIONS = 4;
/** Soreness and pain up to this count as little, on the scale of 0 to 10. */
const LITTLE = 2;
/** A rise of pain by this many points counts as more than chance. */
const RISE = 2;
/** After this many sessions in a row with such a rise, a step back is advised, or a pause if there is no earlier stage. */
const RISES = 2;
/** After this many worse mornings in a row, the same is advised. */
const WORSE_MORNINGS = 3;
/** Pain has crept up if each of the latest so many ratings is higher than the middle one of as many ratings before them. */
const CREEPING = 3;
/** Pain is compared over the latest so many sessions. Watch and phone read more than that, but not equally many. */
const CREEPING_OVER = 12;
/** With pain from here on, nothing more is offered. */
const MUCH = 5;
/** What more pain, or worse mornings, lead to. */
const BEFORE = { sore: 'pause', active: 'sore', maintenance: 'active' } as const;

/**
 * What the last sessions suggest; null if nothing. Only sessions since the current stage began count. A session without the
 * answer that a rule needs is skipped: it counts neither for the rule nor against it. What became worse goes before what became
 * better.
 *
 * @param sessions oldest first
 */
export function advisedStage(stage: Stage, sessions: readonly RatedSession[]): Advice | null {
  const latest = sessions.slice(firstOfStage(stage, sessions));
  if (gotWorse(latest)) return BEFORE[stage];
  if (stage === 'sore') {
    const isHurting = latest.slice(-CALM_MORNINGS).some((session) => (painOf(session) || 0) >= MUCH);
    const isCalm = lastAll(latest, CALM_MORNINGS, morningOf, (morning) => morning !== 'worse');
    return isCalm && !isHurting ? 'active' : null;
  }
  const isEasy =
    stage === 'active' &&
    lastAll(latest, EASY_SESSIONS, worstOf, (worst) => worst <= LITTLE) &&
    !lastAll(latest, 1, morningOf, (morning) => morning === 'worse');
  return isEasy ? 'maintenance' : null;
}

/** Whether pain rose during each of the last sessions, or from session to session, or the mornings after them were all worse. */
function gotWorse(sessions: readonly RatedSession[]): boolean {
  return (
    lastAll(sessions, RISES, riseOf, (rise) => rise >= RISE) ||
    lastAll(sessions, WORSE_MORNINGS, morningOf, (morning) => morning === 'worse') ||
    hasCrept(sessions, (session) => session.painBefore) ||
    hasCrept(sessions, (session) => session.painAfter)
  );
}

/** Whether pain is higher in the latest sessions than it was, and more than little. One of both ratings is enough to tell. */
function hasCrept(
  sessions: readonly RatedSession[],
  painIn: (session: RatedSession) => number | null,
): boolean {
  const ratings = answersOf(sessions.slice(-CREEPING_OVER), painIn);
  if (ratings.length < 2 * CREEPING) return false;
  const first = ratings.slice(0, CREEPING).sort((left, right) => left - right)[1] as number;
  return ratings.slice(-CREEPING).every((pain) => pain > LITTLE && pain - first >= RISE);
}

/**
 * The sessions that count since the wearer chose to stay at the current stage.
 *
 * @param keptStageS when that was, s since 1970 UTC; 0 if it never was. A time in the future comes from a wrong clock and is ignored
 */
export function sessionsAfter<Session extends { readonly record: Pick<SessionRecord, 'startedAtMs'> }>(
  sessions: readonly Session[],
  keptStageS: number,
  nowMs: number,
): readonly Session[] {
  const fromMs = keptStageS * 1000;
  return isPossibleStart(fromMs, nowMs)
    ? sessions.filter(({ record }) => record.startedAtMs > fromMs)
    : sessions;
}

/** The advice as a question, or as what to do. */
export function advicePhrase(stage: Stage, advised: Advice): Phrase {
  if (advised === 'pause') return phrase('advice.pause');
  if (advised === 'maintenance') return phrase('advice.maintenance');
  return phrase(stage === 'sore' ? 'advice.active' : 'advice.back');
}

/** The index from which on every session was at `stage`. */
function firstOfStage(stage: Stage, sessions: readonly RatedSession[]): number {
  let first = sessions.length;
  while (first > 0 && sessions[first - 1]?.record.phase === stage) first--;
  return first;
}

/** Whether there are `count` sessions with an answer, and the last `count` of them all pass. */
function lastAll<T>(
  sessions: readonly RatedSession[],
  count: number,
  answerOf: (session: RatedSession) => T | null,
  passes: (answer: T) => boolean,
): boolean {
  const answers = answersOf(sessions, answerOf);
  return answers.length >= count && answers.slice(-count).every(passes);
}

/** The answers that were given, in the order of the sessions. */
function answersOf<T>(
  sessions: readonly RatedSession[],
  answerOf: (session: RatedSession) => T | null,
): readonly T[] {
  const answers: T[] = [];
  for (const session of sessions) {
    const answer = answerOf(session);
    if (answer !== null) answers.push(answer);
  }
  return answers;
}

function morningOf({ morning }: RatedSession): RatedSession['morning'] {
  return morning;
}

/** How many points pain rose over the session; null unless it was rated before and after. */
function riseOf({ painBefore, painAfter }: RatedSession): number | null {
  return painBefore === null || painAfter === null ? null : painAfter - painBefore;
}

/** The higher of the ratings of pain; null if there is none. */
function painOf({ painBefore, painAfter }: RatedSession): number | null {
  return painBefore === null ? painAfter : painAfter === null ? painBefore : Math.max(painBefore, painAfter);
}

/** The highest of soreness and pain; null unless soreness and pain, before or after, were rated. */
function worstOf(session: RatedSession): number | null {
  const pain = painOf(session);
  return session.contact === null || pain === null ? null : Math.max(session.contact, pain);
}
