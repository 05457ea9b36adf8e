/**
 * An open session as text, for storage. The version number tells what this version of the app can go on with from what
 * another one has written. Damage is found by the store's checksum, not here.
 */
import { fieldsOf, parseJson } from '../base/fields.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { fromStoredPlan, type StoredPlan, toStoredPlan } from '../routine/stored-plan.ts';
import type { SessionState } from './state.ts';

export const SNAPSHOT_VERSION = 1;

export interface Snapshot {
  readonly version: number;
  readonly state: SessionState;
  /** The first seq that this session's record may have in the log; 0 until the session has ended. */
  readonly seq: number;
}

/** A session's state as it is stored: version 0.1.0 gave parts of its plan other names. */
export type StoredState = Omit<SessionState, 'plan'> & { readonly plan: StoredPlan };

interface StoredSnapshot extends Omit<Snapshot, 'state'> {
  readonly state: StoredState;
}

function toStoredState(state: SessionState): StoredState {
  return { ...state, plan: toStoredPlan(state.plan) };
}

export function fromStoredState(stored: StoredState): SessionState {
  return { ...stored, plan: fromStoredPlan(stored.plan) };
}

export function encodeSnapshot(state: SessionState, seq: number): string {
  const snapshot: StoredSnapshot = { version: SNAPSHOT_VERSION, seq, state: toStoredState(state) };
  return JSON.stringify(snapshot);
}

/** The snapshot in `text`; a failure where it is unreadable or of another version. */
export function decodeSnapshot(text: string): Result<Snapshot> {
  const data = fieldsOf(parseJson(text)) as Partial<StoredSnapshot>;
  if (!data.state) return fail('the stored session is not readable', 'snapshot');
  if (data.version !== SNAPSHOT_VERSION) {
    return fail(
      `the stored session is of version ${data.version}, not ${SNAPSHOT_VERSION}`,
      'snapshot/version',
    );
  }
  const { version, seq, state } = data as StoredSnapshot;
  return ok({ version, seq, state: fromStoredState(state) });
}
