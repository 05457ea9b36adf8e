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
