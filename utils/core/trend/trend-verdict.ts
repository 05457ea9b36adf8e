/**
 * The one question, "is it getting better?", answered in one word from ratings.
 * The rule: of the latest eight sessions that were rated, the middle rating of the newer half is held against that of the
 * older half; 2 points or more is a change, less is the same. Two points are the usual meaningful change on a scale
 * of 0 to 10 (rounded from 1.3 to 1.8 in one back-pain cohort, PMC7053735).
 */
import type { Morning } from '../log/record.ts';
import type { KeptSession } from './stored-session.ts';
import { median } from './trend-points.ts';

/** A change of so many points counts. */
export const MEANINGFUL_POINTS = 2;
/** Rated sessions that the answer looks at. */
export const WINDOW = 8;
/** Rated sessions that it needs. */
const FEWEST = 4;

/** What can be asked of a session in points; the first that was answered often enough gives the answer. */
export type Measure = 'contact' | 'painBefore' | 'painAfter';
const MEASURES: readonly Measure[] = ['contact', 'painBefore', 'painAfter'];

export type Verdict = 'better' | 'same' | 'worse';

export type Answer =
  | {
      readonly said: true;
      readonly verdict: Verdict;
      readonly measure: Measure;
      /** Middle rating of the older and of the newer half, 0 to 10. */
      readonly before: number;
      readonly now: number;
      /** Rated sessions that were looked at. */
      readonly sessions: number;
    }
  | { readonly said: false; readonly rated: number; readonly needed: number };

/** The answer for one measure; sessions come newest first. */
export function answerOf(sessions: readonly KeptSession[], measure: Measure): Answer {
  const rated: number[] = [];
  for (const session of sessions) {
    const rating = session[measure];
    if (rating !== null && rated.length < WINDOW) rated.push(rating);
  }
  const half = Math.floor(rated.length / 2);
  const now = median(rated.slice(0, half));
  const before = median(rated.slice(rated.length - half));
  if (rated.length < FEWEST || now === null || before === null) {
    return { said: false, rated: rated.length, needed: FEWEST };
  }
  return { said: true, verdict: verdictOf(now - before), measure, before, now, sessions: rated.length };
}

/** The answer of the first measure that has one, soreness on contact before pain; else how many ratings there are. */
export function answerInWords(sessions: readonly KeptSession[]): Answer {
  let most: Answer = { said: false, rated: 0, needed: FEWEST };
  for (const measure of MEASURES) {
    const answer = answerOf(sessions, measure);
    if (answer.said) return answer;
    if (!most.said && answer.rated > most.rated) most = answer;
  }
  return most;
}

/** How the latest `most` answered mornings were. */
export function morningsOf(
  sessions: readonly KeptSession[],
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
function verdictOf(change: number): Verdict {
  if (change <= -MEANINGFUL_POINTS) return 'better';
  return change >= MEANINGFUL_POINTS ? 'worse' : 'same';
}
