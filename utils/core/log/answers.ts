/** What the wearer has said about a session: in its record, and in ratings that were logged later. */
import type { Morning, Rating, RatingRecord, SessionRecord } from './record.ts';

export interface SessionAnswers {
  readonly painBefore: Rating;
  readonly painAfter: Rating;
  /** Soreness at the first contact with the ball. */
  readonly contact: Rating;
  /** The answer of the next morning; null where none was given. */
  readonly morning: Morning | null;
}

/**
 * The answers of a session. The last answer to a question stands; a rating that does not name a question says nothing about it.
 * @param later ratings of this session, in the order in which they were logged
 */
export function answersTo(record: SessionRecord, later: readonly RatingRecord[]): SessionAnswers {
  const { painBefore, painAfter, contact } = record;
  return later.reduce<SessionAnswers>(applyRating, { painBefore, painAfter, contact, morning: null });
}

/** The answers after one more rating: what it names is new, and null takes an answer back. */
export function applyRating(said: SessionAnswers, rating: RatingRecord): SessionAnswers {
  const { painBefore = said.painBefore, painAfter = said.painAfter } = rating;
  const { contact = said.contact, morning = said.morning } = rating;
  return { painBefore, painAfter, contact, morning };
}
