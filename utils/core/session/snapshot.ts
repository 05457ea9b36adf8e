/**
 * An open session as text, for storage. Has a version: a snapshot of another version is closed and logged by the
 * rules of `wake.ts`, never dropped silently.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { SessionState } from './state.ts';

export const SNAPSHOT_VERSION = 1;

export interface Snapshot {
  readonly state: SessionState;
  /** The log's seq that this session's record takes; set once the session has ended. */
  readonly seq: number | null;
}

export function encodeSnapshot(snapshot: Snapshot): string {
  return JSON.stringify({ version: SNAPSHOT_VERSION, seq: snapshot.seq, state: snapshot.state });
}

/** The snapshot in `text`, or what is wrong with it. */
export function decodeSnapshot(text: string): Result<Snapshot> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fail('the stored session is not readable', 'snapshot');
  }
  if (typeof data !== 'object' || data === null) return fail('the stored session is empty', 'snapshot');
  const { version, seq, state } = data as Readonly<Record<string, unknown>>;
  if (version !== SNAPSHOT_VERSION) {
    return fail(
      `the stored session has version ${String(version)}, not ${SNAPSHOT_VERSION}`,
      'snapshot/version',
    );
  }
  if (seq !== null && typeof seq !== 'number') return fail('expected a number or nothing', 'snapshot/seq');
  const wrong = stateFault(state);
  if (wrong !== null) return fail('is missing or of the wrong kind', `snapshot/state/${wrong}`);
  return ok({ seq, state: state as SessionState });
}

/** The first field that no session can do without; the checksum vouches for the rest. */
function stateFault(state: unknown): string | null {
  if (typeof state !== 'object' || state === null) return '';
  const fields = state as Readonly<Record<string, unknown>>;
  for (const name of ['startedAtMs', 'slot', 'seenMs', 'beats']) {
    if (typeof fields[name] !== 'number') return name;
  }
  const plan = fields.plan as { readonly slots?: unknown } | null | undefined;
  if (typeof plan !== 'object' || plan === null || !Array.isArray(plan.slots)) return 'plan/slots';
  if (plan.slots[Number(fields.slot)] === undefined) return 'slot';
  if (!Array.isArray(fields.tries)) return 'tries';
  const phase = fields.phase as { readonly at?: unknown } | null | undefined;
  return typeof phase === 'object' && phase !== null && typeof phase.at === 'string' ? null : 'phase';
}
