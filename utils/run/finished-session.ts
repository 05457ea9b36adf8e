/**
 * From the ended session in storage to its record in the log: right after the session, or at the next launch after a crash.
 * The stored state has the lowest number that the session may have in the log, so the session is appended only once.
 */
import { asciiText } from '../core/base/bytes.ts';
import { ENDINGS } from '../core/log/codes.ts';
import { encodeSession, encodeSessionStart } from '../core/log/encode.ts';
import { type Frame, SESSION } from '../core/log/frame.ts';
import { type AboutSession, makeRecord } from '../core/log/make-record.ts';
import type { Morning, Rating, SessionRecord } from '../core/log/record.ts';
import { decodeSnapshot, type Snapshot } from '../core/session/snapshot.ts';
import { hasGuided } from '../core/session/state.ts';
import { OPEN_SESSION, UNLOGGED_SESSIONS } from '../core/stored-names.ts';
import type { Report } from '../ports/ports.ts';
import type { SessionLog } from './session-log.ts';
import type { TextStore } from './text-store.ts';

/** How many sessions may wait while the log refuses them. If there are more, the oldest is lost, and that is reported. */
const MOST_UNLOGGED = 8;

/** If a stored session has no lowest number, it is searched among this many of the newest records. */
const SEARCHED = 99;

export interface FinishedSession {
  readonly record: SessionRecord;
  /** The record is in the log, or the session has nothing to log. */
  readonly stored: boolean;
  /** Its number in the log; null if it is not there. */
  readonly seq: number | null;
  /** The answer of the next morning. Only past sessions have it, and the soreness of each side. */
  readonly morning?: Morning | null;
  readonly contactLeft?: Rating;
  readonly contactRight?: Rating;
}

/**
 * Logs the ended session in storage, and those that the log refused before.
 *
 * @param about what the session's state does not contain; it is added only to the record of the session in storage
 * @returns the session in storage; null if there is none that has ended
 */
export function finishSession(
  store: TextStore,
  sessionLog: SessionLog,
  about: Partial<AboutSession> = {},
  report: Report = () => {},
): FinishedSession | null {
  // First, so that after a crash behind the append the session counts as ended.
  store.retry();
  const open = store.load(OPEN_SESSION);
  const waiting = store.load(UNLOGGED_SESSIONS);
  const refused = retryUnlogged(waiting, open, sessionLog);
  const snapshot = decodeSnapshot(open);
  const hasEnded = snapshot.ok && snapshot.value.state.phase.at === 'ended';
  const finished = hasEnded ? logSession(snapshot.value, sessionLog, about) : null;
  if (finished !== null && !finished.stored) refused.push(open);
  if (refused.length > MOST_UNLOGGED) {
    report(UNLOGGED_SESSIONS, `more than ${MOST_UNLOGGED} sessions wait for the log: the oldest is lost`);
    refused.shift();
  }
  const stillWaiting = refused.join('\n');
  if (stillWaiting !== waiting) store.save(UNLOGGED_SESSIONS, stillWaiting);
  // The open session is deleted once its record is in the log. Until then the next session may replace it in storage, but
  // not its place among those that wait.
  // From both files, or one that cannot be read would bring it back at each launch.
  if (finished?.stored && store.save(OPEN_SESSION, '')) store.save(OPEN_SESSION, '');
  return finished;
}

/**
 * Tries to log the waiting sessions. One that had not ended is logged as left, since nobody will continue it.
 *
 * @returns those that keep waiting: refused again, or of an unknown version
 */
function retryUnlogged(waiting: string, open: string, sessionLog: SessionLog): string[] {
  const texts = waiting === '' ? [] : waiting.split('\n');
  return texts.filter((text) => {
    // The open session is tried by itself, with what was said about it.
    if (text === open) return false;
    const snapshot = decodeSnapshot(text);
    return !snapshot.ok || !logSession(snapshot.value, sessionLog, {}).stored;
  });
}

/** Appends the session's record, unless the log already has it or there is nothing to log. */
function logSession(
  { state, seq }: Snapshot,
  sessionLog: SessionLog,
  about: Partial<AboutSession>,
): FinishedSession {
  const record = makeRecord(state, about);
  // Before 1970 and after 2106 every record has the same start, which then tells no two sessions apart.
  const isDated = record.startedAtMs === Math.floor(state.startedAtMs / 1000) * 1000;
  const logged = seq || isDated ? loggedSeq(record, seq || sessionLog.tail() - SEARCHED, sessionLog) : null;
  if (logged !== null) return { record, stored: true, seq: logged };
  if (!hasGuided(state)) return { record, stored: true, seq: null };
  const stored = sessionLog.append(SESSION, encodeSession(record));
  return { record, stored, seq: stored ? sessionLog.tail() : null };
}

/** The number under which the log has the session, searched from `from` on; null if the log does not have it. */
function loggedSeq(record: SessionRecord, from: number, sessionLog: SessionLog): number | null {
  // A frame of the expected number alone proves nothing: it may be damaged, or of another session.
  // This state of it may be older than the logged one, and have another ending.
  const starts = ENDINGS.map((how) => asciiText(encodeSessionStart({ ...record, how })));
  const isLogged = ({ kind, body }: Frame): boolean =>
    kind === SESSION && starts.some((start) => asciiText(body.slice(0, start.length)) === start);
  const [frame] = sessionLog.framesFrom(from).filter(isLogged);
  return frame === undefined ? null : frame.seq;
}
