/**
 * From an ended session in storage to its record in the log. Runs on the summary page, right after the session or at the
 * next launch after a crash: the stored ended state says from which seq on the log may have it, so it is appended once.
 */
import { asciiText } from '../core/base/bytes.ts';
import { encodeSession, SCHEMA } from '../core/log/encode.ts';
import type { SessionRecord } from '../core/log/record.ts';
import { type AboutSession, recordOf } from '../core/log/record-of.ts';
import { decodeSnapshot } from '../core/session/snapshot.ts';
import { isWorthKeeping } from '../core/session/state.ts';
import type { Journal } from './journal.ts';
import { OPEN, type SlotStore } from './slot-store.ts';

export interface FinishedSession {
  readonly record: SessionRecord;
  /** The record is in the log, or holds nothing that belongs there. */
  readonly stored: boolean;
  /** Its number in the log, where it is stored. */
  readonly seq: number;
}

/** The ended session in storage with its record logged; null where there is none. */
export function finishSession(
  store: SlotStore,
  journal: Journal,
  about: Partial<AboutSession> = {},
): FinishedSession | null {
  const snapshot = decodeSnapshot(store.load(OPEN));
  if (!snapshot.ok || snapshot.value.state.phase.at !== 'ended') return null;
  const { state, seq } = snapshot.value;
  const record = recordOf(state, about);
  const body = encodeSession(record);
  // Its number alone does not say that the log has it: a spoilt frame may stand there.
  const logged = journal.framesFrom(seq).some((frame) => asciiText(frame.body) === asciiText(body));
  const stored = logged || !isWorthKeeping(state) || journal.append(SCHEMA, body);
  if (stored) store.save(OPEN, '');
  return { record, stored, seq: journal.tail() };
}
