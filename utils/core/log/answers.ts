/** The wearer's answers about a session: in its record, and in ratings that were logged later. */

import type { Frame } from './frame.ts';
import { readRecord } from './read-record.ts';
import type { Morning, Rating, RatingRecord, SessionRecord } from './record.ts';

export interface SessionAnswers extends Pick<SessionRecord, 'painBefore' | 'painAfter' | 'contact'> {
  /** Soreness at the first contact on one side; null if it was not asked, or not answered, for that side. */
  readonly contactLeft: Rating;
  readonly contactRight: Rating;
  /** The answer of the next morning; null if none was given. */
  readonly morning: Morning | null;
}

/** A session of the log with its valid answers. */
export interface AnsweredSession extends SessionAnswers {
  /** The number of its record. */
  readonly seq: number;
  readonly record: SessionRecord;
}

/** Ratings by the seq of their session, in the order in which they were logged. */
export type LaterAnswers = Record<number, readonly RatingRecord[]>;

/**
 * The sessions in frames of one watch, newest first. Ratings are logged after their session, so reading the log backwards finds
 * them first.
 * @param later the ratings in frames that follow these; those in these frames are added to them
 * @param onUnreadable called for each record that this version cannot read
 * @param most stops after this many sessions
 */
export function answeredSessions(
  frames: readonly Frame[],
  later: LaterAnswers,
  onUnreadable: (seq: number, why: string) => void,
  most = Number.POSITIVE_INFINITY,
): AnsweredSession[] {
  const found: AnsweredSession[] = [];
  for (let at = frames.length - 1; at >= 0 && found.length < most; at--) {
    const frame = frames[at] as Frame;
    const { seq } = frame;
    const read = readRecord(frame);
    if (!read.ok) {
      onUnreadable(seq, read.failure.what);
    } else if (read.value.kind === 'rating') {
      later[read.value.of] = [read.value, ...(later[read.value.of] || [])];
    } else if (read.value.kind === 'session') {
      found.push({ seq, record: read.value, ...answersTo(read.value, later[seq] || []) });
    }
  }
  return found;
}

/**
 * The answers of a session. The last answer to a question counts; a rating without a question leaves its answer unchanged.
 * @param later ratings of this session, in the order in which they were logged
 */
export function answersTo(record: SessionRecord, later: readonly RatingRecord[]): SessionAnswers {
  const { painBefore, painAfter, contact } = record;
  const said = { painBefore, painAfter, contact, contactLeft: null, contactRight: null, morning: null };
  return later.reduce<SessionAnswers>(applyRating, said);
}

/** The answers after one more rating: its answers replace earlier ones, and null takes an answer back. */
export function applyRating(said: SessionAnswers, rating: RatingRecord): SessionAnswers {
  const { painBefore = said.painBefore, painAfter = said.painAfter } = rating;
  const { contact = said.contact, morning = said.morning } = rating;
  const { contactLeft = said.contactLeft, contactRight = said.contactRight } = rating;
  return { painBefore, painAfter, contact, contactLeft, contactRight, morning };
}
