/**
 * An open session as text, for storage. Has a version: what another version wrote is told apart from what this one can
 * go on with. The store's checksum vouches for the rest.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { SessionState } from './state.ts';

export const SNAPSHOT_VERSION = 1;

export interface Snapshot {
  readonly version: number;
  readonly state: SessionState;
  /** The log has this session's record at this seq or later, or not at all; 0 until the session has ended. */
  readonly seq: number;
}

export function encodeSnapshot(state: SessionState, seq: number): string {
  const snapshot: Snapshot = { version: SNAPSHOT_VERSION, seq, state };
  return JSON.stringify(snapshot);
}

/** The snapshot in `text`, or what is wrong with it. */
export function decodeSnapshot(text: string): Result<Snapshot> {
  let data: Partial<Snapshot> | null = null;
  try {
    data = JSON.parse(text);
  } catch {
    // No JSON is told like no snapshot: both are of no use.
  }
  if (data === null || !data.state) return fail('the stored session is not readable', 'snapshot');
  if (data.version !== SNAPSHOT_VERSION) {
    return fail(
      `the stored session is of version ${data.version}, not ${SNAPSHOT_VERSION}`,
      'snapshot/version',
    );
  }
  return ok(data as Snapshot);
}
