/** The newest sessions of the log, each with what was said about it later. */
import { answersTo } from '../core/log/answers.ts';
import { decodeRecord } from '../core/log/decode.ts';
import type { RatingRecord, SessionRecord } from '../core/log/record.ts';
import { phrase } from '../core/text/phrase.ts';
import { HISTORY_LENGTH } from '../core/view/history-view.ts';
import type { Report } from '../ports/report.ts';
import type { FinishedSession } from './finished-session.ts';
import type { SessionLog } from './session-log.ts';

/** How many of the newest records are read, however long the log is: sessions, and what was said about them later. */
const RECORDS = 128;

/** The newest sessions, newest first. A record that this version cannot read is left out and reported. */
export function newestSessions(sessionLog: SessionLog, report: Report): readonly FinishedSession[] {
  const found: FinishedSession[] = [];
  /** Ratings by the seq of their session. They are logged after it, so a walk back through the log meets them first. */
  const ratings: Record<number, readonly RatingRecord[]> = {};
  const frames = sessionLog.framesFrom(sessionLog.tail() - RECORDS + 1);
  for (let at = frames.length - 1; at >= 0 && found.length < HISTORY_LENGTH; at--) {
    const frame = frames[at];
    if (frame === undefined) continue;
    const decoded = decodeRecord(frame);
    if (!decoded.ok) {
      report('history', decoded.failure.what);
      continue;
    }
    const record = decoded.value;
    if (record.kind === 'rating') ratings[record.of] = [record, ...(ratings[record.of] || [])];
    if (record.kind === 'session') found.push(rated(record, frame.seq, ratings[frame.seq] || []));
  }
  return found;
}

function rated(record: SessionRecord, seq: number, ratings: readonly RatingRecord[]): FinishedSession {
  const { morning, ...answers } = answersTo(record, ratings);
  const session = { record: { ...record, ...answers }, stored: true, seq };
  if (morning === null) return session;
  return { ...session, morning: phrase('history.morning', phrase(`rate.${morning}`)) };
}
