/** The newest sessions of the log, with what was said about them later. */
import { decodeRecord } from '../core/log/decode.ts';
import type { SessionRecord } from '../core/log/record.ts';
import { type Phrase, phrase } from '../core/text/phrase.ts';
import { HISTORY_LENGTH } from '../core/view/history-view.ts';
import type { Report } from '../ports/report.ts';
import type { FinishedSession } from './finished-session.ts';
import type { SessionLog } from './session-log.ts';

/** As many records are read, however long the log is: sessions, and what was said about them later. */
const RECORDS = 128;

/** The newest first. A record that this version cannot read is left out, and reported. */
export function newestSessions(sessionLog: SessionLog, report: Report): readonly FinishedSession[] {
  const found: FinishedSession[] = [];
  /** What was said about a session, by its seq; the newest word counts. */
  const said: Record<number, Partial<SessionRecord>> = {};
  const mornings: Record<number, Phrase> = {};
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
    if (record.kind === 'rating') {
      const later = said[record.of];
      const { painBefore, painAfter, contact, morning } = record;
      if (morning !== undefined && mornings[record.of] === undefined) {
        mornings[record.of] = phrase('history.morning', phrase(`rate.${morning}`));
      }
      const known: Record<string, unknown> = {};
      if (painBefore !== undefined) known.painBefore = painBefore;
      if (painAfter !== undefined) known.painAfter = painAfter;
      if (contact !== undefined) known.contact = contact;
      said[record.of] = Object.assign(known, later);
    } else if (record.kind === 'session') {
      const { seq } = frame;
      const morning = mornings[seq];
      const session = { record: Object.assign({}, record, said[seq]), stored: true, seq };
      found.push(morning === undefined ? session : Object.assign(session, { morning }));
    }
  }
  return found;
}
