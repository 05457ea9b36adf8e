/** The sessions that trend, rest, advice and adherence are made of. */
import { isPossibleStart } from '../schedule/possible-start.ts';
import type { StoredSession } from './stored-log.ts';

/** The sessions with a possible start, in the order given. @param routine only sessions of this routine; all sessions if left out */
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
 * The latest sessions with a possible start, newest first. In the log, a session with a wrong date holds back the earlier ones
 * of its watch, so that those of another watch come first.
 */
export function latestCounted(
  latest: readonly StoredSession[],
  nowMs: number,
  routine?: string,
): readonly StoredSession[] {
  const counted = countedSessions(latest, nowMs, routine).slice();
  return counted.sort((one, other) => other.record.startedAtMs - one.record.startedAtMs);
}
