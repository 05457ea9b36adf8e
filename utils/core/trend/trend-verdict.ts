/**
 * Answers one question from the ratings: "is it getting better?". Of the latest eight rated sessions, the median of the newer
 * half is compared with the median of the older half; a change of 2 points or more counts. Two points are the usual meaningful
 * change on a scale of 0 to 10 (rounded from 1.3 to 1.8 in one back-pain cohort, PMC7053735).
 */
import type { Morning } from '../log/record.ts';
import type { StoredSession } from './stored-log.ts';
import { median } from './trend-points.ts';

/** The smallest change that counts, in points of 0 to 10. */
export const MEANINGFUL_POINTS = 2;
/** The verdict looks at this many rated sessions at most. */
export const WINDOW = 8;
/** The verdict needs this many rated sessions. */
const FEWEST = 4;

/** What is rated in points of 0 to 10. */
export type Measure = 'contact' | 'painBefore' | 'painAfter';
/** The first measure that was rated often enough gives the verdict. */
const MEASURES: readonly Measure[] = ['contact', 'painBefore', 'painAfter'];

export type Change = 'better' | 'same' | 'worse';

export type TrendVerdict =
  | {
      readonly isKnown: true;
      readonly change: Change;
      readonly measure: Measure;
      /** The median of the older half, 0 to 10. */
      readonly before: number;
      /** The median of the newer half, 0 to 10. */
      readonly now: number;
      /** How many rated sessions were compared. */
      readonly sessions: number;
    }
  /** There are `rated` rated sessions, and a verdict needs `needed`. */
  | { readonly isKnown: false; readonly rated: number; readonly needed: number };

/** The verdict from one measure. `sessions` are in order, newest first. */
export function verdictOf(sessions: readonly StoredSession[], measure: Measure): TrendVerdict {
  const ratings: number[] = [];
  for (const session of sessions) {
    const rating = session[measure];
    if (rating !== null && ratings.length < WINDOW) ratings.push(rating);
  }
  const half = Math.floor(ratings.length / 2);
  const now = median(ratings.slice(0, half));
  const before = median(ratings.slice(ratings.length - half));
  if (ratings.length < FEWEST || now === null || before === null) {
    return { isKnown: false, rated: ratings.length, needed: FEWEST };
  }
  return { isKnown: true, change: changeOf(now - before), measure, before, now, sessions: ratings.length };
}

/**
 * The verdict from the first measure that has one, soreness on contact before pain. Where none has, the count of the measure
 * that was rated most often.
 */
export function overallVerdict(sessions: readonly StoredSession[]): TrendVerdict {
  let most: TrendVerdict = { isKnown: false, rated: 0, needed: FEWEST };
  for (const measure of MEASURES) {
    const verdict = verdictOf(sessions, measure);
    if (verdict.isKnown) return verdict;
    if (verdict.rated > most.rated) most = verdict;
  }
  return most;
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

/** Fewer points are less pain. */
function changeOf(points: number): Change {
  if (points <= -MEANINGFUL_POINTS) return 'better';
  return points >= MEANINGFUL_POINTS ? 'worse' : 'same';
}
