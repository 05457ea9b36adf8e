/** Handles an ended session once: logs it, and notes it for home and the reminder. */
import { isGuided, isRestedFrom } from '../core/log/counted.ts';
import type { Protection as LoggedProtection } from '../core/log/record.ts';
import { wearersDayEndMs } from '../core/schedule/calendar.ts';
import { type FinishedSession, finishSession } from './finished-session.ts';
import { noteSession } from './last-session.ts';
import { clearPainBefore, keepPainBeforeUntil, painBefore } from './pain-before.ts';
import { loadPreferences, savePreferences } from './preferences.ts';
import type { RunPorts } from './run-ports.ts';

export type LogPorts = Pick<RunPorts, 'store' | 'sessionLog' | 'report'>;

/**
 * Logs the ended session in storage, with the pain rating given before it. A session without a guided second or lift leaves no
 * trace, and that rating waits for the next one.
 *
 * @param protection the letters of what protected it, as `Protection.letters` gives them
 * @param pain the rating before it. A rating that was too old was deleted at the start; if logging has failed before,
 *   the answer is in the record that came of that
 * @returns null if no session in storage has ended
 */
export function logEndedSession(
  ports: LogPorts,
  protection: string,
  pain: number | null = painBefore(ports.store),
): FinishedSession | null {
  const { store, sessionLog, report } = ports;
  const about = { painBefore: pain, protection: protectionOf(protection) };
  const finished = finishSession(store, sessionLog, about, report);
  if (finished === null) return null;
  const { record } = finished;
  const { routine, startedAtMs, zoneOffsetMin, how } = record;
  if (!isGuided(record)) {
    keepPainBeforeUntil(store, wearersDayEndMs(startedAtMs, zoneOffsetMin));
    return finished;
  }
  clearPainBefore(store);
  if (isRestedFrom(record)) {
    noteSession(store, { startedAtMs, zoneOffsetMin, morning: null, seq: finished.seq || 0, routine });
  }
  const preferences = loadPreferences(store, report);
  // The first session explains each cue in words. After one complete session, the wearer knows all cues.
  if (how === 'done' && !preferences.coachDone) savePreferences(store, { ...preferences, coachDone: true });
  return finished;
}

function protectionOf(letters: string): LoggedProtection {
  const has = (letter: string): boolean => letters.indexOf(letter) >= 0;
  return { standby: has('s'), alarm: has('a'), screen: has('p') };
}
