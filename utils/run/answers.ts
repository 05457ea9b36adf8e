/**
 * What the wearer says about pain. Before a session it waits, stored, for that session's record; afterwards it is a record
 * of its own.
 */
import { encodeRating } from '../core/log/encode.ts';
import { RATING } from '../core/log/frame.ts';
import type { RatingRecord } from '../core/log/record.ts';
import { PAIN_BEFORE } from '../core/stored-names.ts';
import type { SessionLog } from './session-log.ts';
import type { TextStore } from './text-store.ts';

/** "Pain now" is about a session that begins within so long. */
const HOLDS_MS = 2 * 3_600_000;

export interface Answers {
  /** 0 (none) to 10. */
  readonly before?: number;
}

/** @param atMs now: an answer of long before is none; 0 takes any */
export function loadAnswers(store: TextStore, atMs: number): Answers {
  const text = store.load(PAIN_BEFORE);
  if (text === '') return {};
  const [before, saidAtMs] = JSON.parse(text);
  return atMs - saidAtMs < HOLDS_MS ? { before } : {};
}

export function saveAnswer(store: TextStore, before: number, atMs: number): void {
  store.save(PAIN_BEFORE, JSON.stringify([before, atMs]));
}

/** Forgets an answer that was given too long before a session that starts now (UTC ms) to be about it. */
export function clearOldAnswer(store: TextStore, nowMs: number): void {
  if (loadAnswers(store, nowMs).before === undefined) clearAnswers(store);
}

/** Forgets it: it is in the log. */
export function clearAnswers(store: TextStore): void {
  if (store.load(PAIN_BEFORE) !== '') store.save(PAIN_BEFORE, '');
}

/**
 * Logs what was said about session `of`.
 * @returns false where it could not be stored (it is reported)
 */
export function logRating(
  sessionLog: SessionLog,
  of: number,
  nowMs: number,
  said: Pick<RatingRecord, 'painAfter' | 'contact' | 'morning'>,
): boolean {
  const atMs = Math.floor(nowMs / 1000) * 1000;
  const record: RatingRecord = { kind: 'rating', of, atMs };
  return sessionLog.append(RATING, encodeRating({ ...record, ...said }));
}
