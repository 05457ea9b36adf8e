/** Logs the wearer's answers about a session. */
import { encodeRating } from '../core/log/encode.ts';
import { RATING } from '../core/log/frame.ts';
import { loggedInstantMs } from '../core/log/logged-instant.ts';
import type { RatingRecord } from '../core/log/record.ts';
import type { SessionLog } from './session-log.ts';

export type Answers = Omit<RatingRecord, 'kind' | 'of' | 'atMs'>;

/**
 * Logs answers about a session.
 *
 * @param of the number of the session's record
 * @returns false if it could not be stored, which is reported
 */
export function logRating(sessionLog: SessionLog, of: number, nowMs: number, answers: Answers): boolean {
  const atMs = loggedInstantMs(nowMs);
  return sessionLog.append(RATING, encodeRating({ kind: 'rating', of, atMs, ...answers }));
}
