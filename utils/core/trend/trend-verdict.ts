/**
 * Answers one question from the ratings: "is it getting better?". The first three ratings of a series are compared with the
 * latest three, median with median, and what counts as a change follows from where it began: 1 point from 1 to 4, 2 from 5 to 7, 3
 * above. These are the smallest changes that patients with back pain called an improvement (doi:10.1055/a-1304-3677, 1,232
 * patients); for other joints about 1 point or 15 % was (doi:10.1016/j.ejpain.2003.09.004). `docs/decisions/trend.md` has more.
 */
import type { Morning } from '../log/record.ts';
import type { StoredSession } from './stored-log.ts';
import { median } from './trend-points.ts';

/** The recent window has this many ratings at most. */
export const WINDOW = 8;
/** This many ratings at either end make a median; fewer if there are less than twice as many. */
const END = 3;
/** A verdict needs this many ratings. */
const FEWEST = 4;
/** Ratings at one end of a series are no further apart than this, because an answer from half a year ago is not part of "now". */
const END_LASTS_MS = 60 * 86_400_000;

/** What is rated in points from 0 to 10. If soreness was asked for each side, `contact` is the worse one. */
export type Measure = 'contact' | 'painBefore' | 'painAfter';
/** The same, and soreness of each side separately. */
export type SideMeasure = Measure | 'contactLeft' | 'contactRight';
const MEASURES: readonly Measure[] = ['contact', 'painBefore', 'painAfter'];
const SIDE_MEASURES: readonly SideMeasure[] = ['contactLeft', 'contactRight'];

export type Change = 'better' | 'same' | 'worse';

export interface KnownVerdict {
  readonly isKnown: true;
  readonly change: Change;
  readonly measure: SideMeasure;
  /** The median of the first ratings, 0 to 10. */
  readonly before: number;
  /** The median of the latest ratings, 0 to 10. */
  readonly now: number;
  /** How many ratings the series has. */
  readonly sessions: number;
  /** The session with the first of them. */
  readonly first: StoredSession;
}

export type TrendVerdict =
  | KnownVerdict
  /** There are `rated` rated sessions, and a verdict needs `needed`. */
  | { readonly isKnown: false; readonly rated: number; readonly needed: number };

interface Rated {
  readonly session: StoredSession;
  readonly rating: number;
}

/** The smallest change that counts for a series that began at `before`, in points of 0 to 10. */
export function meaningfulPoints(before: number): number {
  if (before < 5) return 1;
  return before <= 7 ? 2 : 3;
}

/** The verdict from one measure, from the start of the series to now. `sessions` are in order, newest first. */
export function verdictOf(sessions: readonly StoredSession[], measure: SideMeasure): TrendVerdict {
  return compare(ratedSessions(sessions, measure), measure);
}

/** Like `verdictOf`, but only over the latest ratings: how it went recently, whatever went before. */
export function recentVerdictOf(sessions: readonly StoredSession[], measure: SideMeasure): TrendVerdict {
  return compare(ratedSessions(sessions, measure).slice(0, WINDOW), measure);
}

/**
 * The verdicts of the measures that the wearer currently answers, soreness on contact before pain, without those that are not
 * known yet. `sessions` are in order, newest first.
 */
export function verdictsOfNow(sessions: readonly StoredSession[]): readonly KnownVerdict[] {
  return knownVerdicts(sessions, MEASURES);
}

/**
 * The verdicts on soreness: one for each side that is currently asked about. The verdict of the worse side comes before them if
 * they are incomplete: its series began earlier, or one side's verdict is not known yet. `sessions` are in order, newest first.
 */
export function sorenessVerdicts(
  sessions: readonly StoredSession[],
  contact: KnownVerdict,
): readonly KnownVerdict[] {
  const asked = measuresOfNow(sessions).filter((measure) => SIDE_MEASURES.includes(measure));
  const sides = knownVerdicts(sessions, SIDE_MEASURES);
  const tellAll = sides.length === asked.length && sides.some(({ first }) => first === contact.first);
  return tellAll ? sides : [contact, ...sides];
}

/** The first verdict of `verdictsOfNow`. If there is none, the count of the measure that was rated most often. */
export function overallVerdict(sessions: readonly StoredSession[]): TrendVerdict {
  const [first] = verdictsOfNow(sessions);
  if (first !== undefined) return first;
  const rated = measuresOfNow(sessions).map((measure) => ratedSessions(sessions, measure).length);
  return { isKnown: false, rated: Math.min(FEWEST - 1, Math.max(0, ...rated)), needed: FEWEST };
}

/** How the latest `most` answered mornings were. `sessions` are in order, newest first. */
export function morningsOf(
  sessions: readonly StoredSession[],
  most: number,
): Readonly<Record<Morning, number>> {
  const counts = { worse: 0, same: 0, better: 0 };
  let answered = 0;
  for (const { morning } of sessions) {
    if (morning === null || answered === most) continue;
    counts[morning]++;
    answered++;
  }
  return counts;
}

/** The measures that the wearer still answers: among the latest rated sessions, and not only months before the newest of them. */
export function measuresOfNow(sessions: readonly StoredSession[]): readonly SideMeasure[] {
  const rated = sessions.filter((session) => MEASURES.some((measure) => session[measure] !== null));
  const latest = rated.slice(0, WINDOW);
  const newest = latest[0];
  if (newest === undefined) return [];
  const fromMs = newest.record.startedAtMs - END_LASTS_MS;
  return [...MEASURES, ...SIDE_MEASURES].filter((measure) =>
    latest.some((session) => session[measure] !== null && session.record.startedAtMs >= fromMs),
  );
}

function knownVerdicts(
  sessions: readonly StoredSession[],
  measures: readonly SideMeasure[],
): readonly KnownVerdict[] {
  return measuresOfNow(sessions)
    .filter((measure) => measures.includes(measure))
    .map((measure) => verdictOf(sessions, measure))
    .filter((verdict): verdict is KnownVerdict => verdict.isKnown);
}

/** Whether each of `measures` was rated so often in these sessions that a series begins with them. */
export function isStartOf(sessions: readonly StoredSession[], measures: readonly SideMeasure[]): boolean {
  return measures.every((measure) => ratedSessions(sessions, measure).length >= END);
}

function ratedSessions(sessions: readonly StoredSession[], measure: SideMeasure): readonly Rated[] {
  const rated: Rated[] = [];
  for (const session of sessions) {
    const rating = session[measure];
    if (rating !== null) rated.push({ session, rating });
  }
  return rated;
}

/** @param rated newest first */
function compare(rated: readonly Rated[], measure: SideMeasure): TrendVerdict {
  const ends = Math.min(END, Math.floor(rated.length / 2));
  const first = rated[rated.length - 1];
  const now = endMedian(rated.slice(0, ends));
  const before = endMedian(rated.slice(rated.length - ends).reverse());
  if (rated.length < FEWEST || first === undefined || now === null || before === null) {
    return { isKnown: false, rated: rated.length, needed: FEWEST };
  }
  const change = changeOf(now - before, meaningfulPoints(before));
  return { isKnown: true, change, measure, before, now, sessions: rated.length, first: first.session };
}

/** The median of the ratings at one end, the outermost first, as far as they are close enough to it. */
function endMedian(end: readonly Rated[]): number | null {
  const outermost = end[0];
  if (outermost === undefined) return null;
  const { startedAtMs } = outermost.session.record;
  const close = end.filter(
    ({ session }) => Math.abs(session.record.startedAtMs - startedAtMs) <= END_LASTS_MS,
  );
  return median(close.map(({ rating }) => rating));
}

/** Fewer points are less pain. */
function changeOf(points: number, meaningful: number): Change {
  if (points <= -meaningful) return 'better';
  return points >= meaningful ? 'worse' : 'same';
}
