/**
 * From an ended session in storage to its record in the log. Runs on the summary page, right after the session or at the
 * next launch after a crash: the stored ended state says from which seq on the log may have it, so it is appended once.
 */
import { asciiText } from '../core/base/bytes.ts';
import { encodeSession } from '../core/log/encode.ts';
import { SESSION } from '../core/log/frame.ts';
import { type AboutSession, makeRecord } from '../core/log/make-record.ts';
import type { SessionRecord } from '../core/log/record.ts';
import { decodeSnapshot } from '../core/session/snapshot.ts';
import { isWorthKeeping } from '../core/session/state.ts';
import { OPEN_SESSION, UNLOGGED_SESSIONS } from '../core/stored-names.ts';
import type { Phrase } from '../core/text/phrase.ts';
import type { Report } from '../ports/report.ts';
import type { SessionLog } from './session-log.ts';
import type { TextStore } from './text-store.ts';

/** Sessions that are kept beside a log that takes none: with more, the oldest goes, and it is told. */
const MOST_UNLOGGED = 8;

/** Of a body, up to the start and the zone: no two sessions have the same. */
const START_BYTES = 7;

/** Where nothing says from which seq on the log may have it: among so many of the newest. */
const SEARCHED = 99;

export interface FinishedSession {
  readonly record: SessionRecord;
  /** The record is in the log, or holds nothing that belongs there. */
  readonly stored: boolean;
  /** Its number in the log, where it is stored. */
  readonly seq: number;
  /** What was said the next morning, in words; in the history alone. */
  readonly morning?: Phrase;
}

/** The ended session in storage with its record logged, and those that the log has refused before; null where there is none. */
export function finishSession(
  store: TextStore,
  sessionLog: SessionLog,
  about: Partial<AboutSession> = {},
  report: Report = () => {},
): FinishedSession | null {
  const open = store.load(OPEN_SESSION);
  const kept = store.load(UNLOGGED_SESSIONS);
  const older = kept === '' ? [] : kept.split('\n');
  const refused = older.filter((text) => {
    if (text === open) return false;
    const tried = logSession(text, sessionLog, {}, true);
    return tried === null || !tried.stored;
  });
  const finished = logSession(open, sessionLog, about, false);
  if (finished !== null && !finished.stored) refused.push(open);
  if (refused.length > MOST_UNLOGGED) {
    report(UNLOGGED_SESSIONS, `more than ${MOST_UNLOGGED} sessions wait for the log: the oldest is lost`);
    refused.shift();
  }
  const left = refused.join('\n');
  if (left !== kept) store.save(UNLOGGED_SESSIONS, left);
  // Not before its record is in the log; while it is not, a new session may take its place here, but not there.
  if (finished?.stored) store.save(OPEN_SESSION, '');
  return finished;
}

/** @param closes a session that has not ended is logged as one that was left: nobody goes on with it */
function logSession(
  text: string,
  sessionLog: SessionLog,
  about: Partial<AboutSession>,
  closes: boolean,
): FinishedSession | null {
  const snapshot = decodeSnapshot(text);
  if (!snapshot.ok || !(closes || snapshot.value.state.phase.at === 'ended')) return null;
  const { state, seq } = snapshot.value;
  const record = makeRecord(state, about);
  const body = encodeSession(record);
  // Its number alone does not say that the log has it: a spoilt frame may stand there. Answers given since change no start.
  const start = asciiText(body.slice(0, START_BYTES));
  const known = sessionLog
    .framesFrom(seq || sessionLog.tail() - SEARCHED)
    .filter(
      ({ kind, body: bytes }) => kind === SESSION && asciiText(bytes.slice(0, START_BYTES)) === start,
    )[0];
  const stored = known !== undefined || !isWorthKeeping(state) || sessionLog.append(SESSION, body);
  return { record, stored, seq: known === undefined ? sessionLog.tail() : known.seq };
}
