/** The sessions that the trend uses: the latest ones, and the oldest, however long the log between them is. */
import { recordKey } from '../integrations/integration.ts';
import { countedSessions, latestCounted } from './counted-sessions.ts';
import { readLogStart, type StoredSession, type StoredTexts } from './stored-log.ts';
import { isStartOf, measuresOfNow } from './trend-verdict.ts';

/**
 * The sessions of one routine that count, newest first. Those in the middle of a long log are left out, because a verdict needs
 * only the first and the latest ratings.
 *
 * @param latest the newest sessions of the log, newest first
 * @param nowMs by the phone's clock, UTC
 */
export function trendSeries(
  texts: StoredTexts,
  latest: readonly StoredSession[],
  routine: string,
  nowMs: number,
): readonly StoredSession[] {
  const counted = latestCounted(latest, nowMs, routine);
  const measures = measuresOfNow(counted);
  const start = readLogStart(texts, (sessions) =>
    isStartOf(countedSessions(sessions, nowMs, routine), measures),
  );
  const known = new Set(counted.map(({ install, seq }) => recordKey(install, seq)));
  const older = countedSessions(start, nowMs, routine).filter(
    ({ install, seq }) => !known.has(recordKey(install, seq)),
  );
  return [...counted, ...older.reverse()];
}
