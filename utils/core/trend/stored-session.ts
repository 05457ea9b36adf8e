/**
 * A session as the phone knows it: its record and what was answered about it later. Owns how ratings join their
 * session; never where frames are kept.
 */
import type { Morning, Rating, RatingRecord, SessionRecord } from '../log/record.ts';

export interface KeptSession {
  /** The watch that wrote it, and its number there. */
  readonly install: number;
  readonly seq: number;
  readonly record: SessionRecord;
  readonly painBefore: Rating;
  readonly painAfter: Rating;
  /** How sore it was when first lain on. */
  readonly contact: Rating;
  /** null: not answered. */
  readonly morning: Morning | null;
}

/** Later answers, by the seq of the session that they speak of, in the order they were given. */
export type LaterAnswers = ReadonlyMap<number, readonly RatingRecord[]>;

/** The session with the later answers in it: the last answer to a question stands. */
export function keptSession(
  install: number,
  seq: number,
  record: SessionRecord,
  later: LaterAnswers,
): KeptSession {
  const { painBefore, painAfter, contact } = record;
  let kept: KeptSession = { install, seq, record, painBefore, painAfter, contact, morning: null };
  for (const answer of later.get(seq) ?? []) {
    kept = {
      ...kept,
      ...(answer.painBefore === undefined ? {} : { painBefore: answer.painBefore }),
      ...(answer.painAfter === undefined ? {} : { painAfter: answer.painAfter }),
      ...(answer.contact === undefined ? {} : { contact: answer.contact }),
      ...(answer.morning === undefined ? {} : { morning: answer.morning }),
    };
  }
  return kept;
}
