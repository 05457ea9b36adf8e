/**
 * A session as the phone knows it: its record and the answers to its questions. Where frames are stored is no concern here.
 */
import { answersTo, type SessionAnswers } from '../log/answers.ts';
import type { RatingRecord, SessionRecord } from '../log/record.ts';

export interface StoredSession extends SessionAnswers {
  /** The number of the watch that wrote it. */
  readonly install: number;
  /** The record's number on that watch. */
  readonly seq: number;
  readonly record: SessionRecord;
}

/** Ratings by the seq of the session that they speak of, in the order in which they were logged. */
export type LaterAnswers = ReadonlyMap<number, readonly RatingRecord[]>;

/** The session with the answers that stand. */
export function storedSession(
  install: number,
  seq: number,
  record: SessionRecord,
  later: LaterAnswers,
): StoredSession {
  return { install, seq, record, ...answersTo(record, later.get(seq) ?? []) };
}
