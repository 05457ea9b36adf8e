/** Sessions of the log, each with what was said about it since. */
import { answersTo } from '../core/log/answers.ts';
import { decodeRecord } from '../core/log/decode.ts';
import type { Frame } from '../core/log/frame.ts';
import type { Morning, RatingRecord, SessionRecord } from '../core/log/record.ts';
import { HISTORY_LENGTH } from '../core/view/history-view.ts';
import type { Report } from '../ports/report.ts';
import type { FinishedSession } from './finished-session.ts';
import type { SessionLog } from './session-log.ts';

/** How many of the newest records are read for the history, however long the log is: sessions, and what was said about them later. */
const HISTORY_RECORDS = 128;

/** A session that is in the log. */
export interface LoggedSession extends FinishedSession {
  readonly seq: number;
  /** What was said the next morning. */
  readonly morning: Morning | null;
}

/** The newest sessions, newest first, as many as the history shows. */
export function newestSessions(sessionLog: SessionLog, report: Report): readonly LoggedSession[] {
  const frames = sessionLog.framesFrom(sessionLog.tail() - HISTORY_RECORDS + 1);
  return sessionsIn(frames, HISTORY_LENGTH, report);
}

/** The session with the number `seq`; null where the log has none that this version can read. */
export function loggedSession(sessionLog: SessionLog, seq: number, report: Report): LoggedSession | null {
  const frames = sessionLog.framesFrom(seq);
  const oldest = sessionsIn(frames, frames.length, report).pop();
  return oldest !== undefined && oldest.seq === seq ? oldest : null;
}

/**
 * The sessions in these frames, newest first and at most `most` of them. A record that this version cannot read is left out
 * and reported.
 */
export function sessionsIn(frames: readonly Frame[], most: number, report: Report): LoggedSession[] {
  const found: LoggedSession[] = [];
  /** Ratings by the seq of their session. They are logged after it, so a walk back through the log meets them first. */
  const ratings: Record<number, readonly RatingRecord[]> = {};
  for (let at = frames.length - 1; at >= 0 && found.length < most; at--) {
    const frame = frames[at] as Frame;
    const decoded = decodeRecord(frame);
    if (!decoded.ok) {
      report('history', decoded.failure.what);
      continue;
    }
    const record = decoded.value;
    if (record.kind === 'rating') ratings[record.of] = [record, ...(ratings[record.of] || [])];
    if (record.kind === 'session') found.push(withAnswers(record, frame.seq, ratings[frame.seq] || []));
  }
  return found;
}

function withAnswers(record: SessionRecord, seq: number, ratings: readonly RatingRecord[]): LoggedSession {
  const { morning, ...answers } = answersTo(record, ratings);
  return { record: { ...record, ...answers }, stored: true, seq, morning };
}
