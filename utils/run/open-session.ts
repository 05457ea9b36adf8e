/** What a launch finds of an earlier session: one to go on with, one whose record still has to be logged, or nothing. */
import { sentence } from '../core/base/result.ts';
import { encodeRecord, SCHEMA } from '../core/log/codec.ts';
import { recordOf } from '../core/log/record.ts';
import { isWorthKeeping } from '../core/session/moves.ts';
import { decodeSnapshot } from '../core/session/snapshot.ts';
import type { SessionState } from '../core/session/state.ts';
import type { Report } from '../ports/report.ts';
import type { Journal } from './journal.ts';

/**
 * The open session in the journal, or null. Mends what a crash at a session's end has left: an ended session whose
 * record is not in the log is appended, and the snapshot is forgotten.
 */
export function openSession(journal: Journal, report: Report): SessionState | null {
  const text = journal.loadOpen();
  if (text === null) return null;
  const snapshot = decodeSnapshot(text);
  if (!snapshot.ok) {
    report('open session', sentence(snapshot.failure));
    journal.saveOpen('');
    return null;
  }
  const { state, seq } = snapshot.value;
  if (state.phase.at !== 'ended') return state;
  const appended = (seq !== null && journal.tail() >= seq) || !isWorthKeeping(state);
  if (appended || journal.append(SCHEMA, encodeRecord(recordOf(state)))) journal.saveOpen('');
  return null;
}
