/** The sessions that trend, rest, advice and adherence are made of. */
import { isPossibleStart } from '../schedule/possible-start.ts';
import type { StoredSession } from './stored-log.ts';

/** Those whose start can be, in the order given. @param routine only those of this routine; of every one where it is left out */
export function countedSessions(
  sessions: readonly StoredSession[],
  nowMs: number,
  routine?: string,
): readonly StoredSession[] {
  return sessions.filter(
    ({ record }) =>
      isPossibleStart(record.startedAtMs, nowMs) && (routine === undefined || record.routine === routine),
  );
}

/**
 * Those of the latest sessions whose start can be, newest first. In the log a session that a wrong clock has dated keeps back the ones of
 * its watch before it, so that those of another watch come first.
 */
export function latestCounted(
  latest: readonly StoredSession[],
  nowMs: number,
  routine?: string,
): readonly StoredSession[] {
  const counted = countedSessions(latest, nowMs, routine).slice();
  return counted.sort((one, other) => other.record.startedAtMs - one.record.startedAtMs);
}
