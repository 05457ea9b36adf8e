/** How long the watch guided a session: the one value that every page, export and integration uses. */
import type { SessionRecord } from './record.ts';

/** The sum of the guided seconds of all holds, without getting into place, pauses and the march, whose lifts are counted instead. */
export function guidedS({ holds }: Pick<SessionRecord, 'holds'>): number {
  return holds.reduce((sumS, hold) => sumS + hold.seconds, 0);
}

/** The session's guided minutes, and the minutes from its start to its end, each rounded. */
export function minutesOf(
  record: Pick<SessionRecord, 'holds' | 'durationS'>,
): readonly [guided: number, elapsed: number] {
  return [Math.round(guidedS(record) / 60), Math.round(record.durationS / 60)];
}
