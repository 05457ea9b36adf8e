/** Sessions of the log, each with its later answers. */
import { answeredSessions } from '../core/log/answers.ts';
import type { Frame } from '../core/log/frame.ts';
import type { Morning } from '../core/log/record.ts';
import { HISTORY_ROWS } from '../core/view/history-view.ts';
import type { Report } from '../ports/ports.ts';
import type { FinishedSession } from './finished-session.ts';
import type { SessionLog } from './session-log.ts';

/** How many of the newest records (sessions and later answers) the history reads, however long the log is. */
const HISTORY_RECORDS = 128;

/** A session that is in the log. */
export interface LoggedSession extends FinishedSession {
  readonly seq: number;
  /** The answer of the next morning. */
  readonly morning: Morning | null;
}

/** The newest sessions, newest first, up to the number that the history shows. */
export function newestSessions(sessionLog: SessionLog, report: Report): readonly LoggedSession[] {
  const frames = sessionLog.framesFrom(sessionLog.tail() - HISTORY_RECORDS + 1);
  return sessionsIn(frames, HISTORY_ROWS, report);
}

/** The session with the number `seq`; null if the log has none that this version can read. */
export function loggedSession(sessionLog: SessionLog, seq: number, report: Report): LoggedSession | null {
  const frames = sessionLog.framesFrom(seq);
  const oldest = sessionsIn(frames, frames.length, report).pop();
  return oldest !== undefined && oldest.seq === seq ? oldest : null;
}

/** The sessions in these frames, newest first. A record that this version cannot read is left out and reported. */
function sessionsIn(frames: readonly Frame[], most: number, report: Report): LoggedSession[] {
  const sessions = answeredSessions(frames, {}, (_seq, why) => report('history', why), most);
  return sessions.map(({ record, seq, morning, contactLeft, contactRight, ...answers }) => {
    return { record: { ...record, ...answers }, stored: true, seq, morning, contactLeft, contactRight };
  });
}
