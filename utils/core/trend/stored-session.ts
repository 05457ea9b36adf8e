/**
 * A session as the phone knows it: its record and the answers to its questions. Knows nothing of where frames are stored.
 */
import { answersTo, type SessionAnswers } from '../log/answers.ts';
import type { RatingRecord, SessionRecord } from '../log/record.ts';

export interface KeptSession extends SessionAnswers {
  /** The watch that wrote it, and its number there. */
  readonly install: number;
  readonly seq: number;
  readonly record: SessionRecord;
}

/** Ratings by the seq of the session that they speak of, in the order in which they were logged. */
export type LaterAnswers = ReadonlyMap<number, readonly RatingRecord[]>;

/** The session with the answers that stand. */
export function keptSession(
  install: number,
  seq: number,
  record: SessionRecord,
  later: LaterAnswers,
): KeptSession {
  return { install, seq, record, ...answersTo(record, later.get(seq) ?? []) };
}
