/** Sessions as series to draw: one point for each session, oldest first. The page decides how they look. */
import type { StoredSession } from './stored-log.ts';
import type { SideMeasure } from './trend-verdict.ts';

/** The answers are 0 to 10; null: not answered. */
export interface TrendPoint extends Pick<StoredSession, SideMeasure> {
  /** The median of the guided seconds of the session's holds; null if none was guided. */
  readonly holdS: number | null;
}

/** Points for the newest `most` of `sessions`, which are in order, newest first. */
export function trendPoints(sessions: readonly StoredSession[], most: number): readonly TrendPoint[] {
  return sessions
    .slice(0, most)
    .map((session) => ({
      startedAtMs: session.record.startedAtMs,
      zoneOffsetMin: session.record.zoneOffsetMin,
      contact: session.contact,
      contactLeft: session.contactLeft,
      contactRight: session.contactRight,
      painBefore: session.painBefore,
      painAfter: session.painAfter,
      holdS: median(session.record.holds.map((hold) => hold.seconds).filter((seconds) => seconds > 0)),
    }))
    .reverse();
}

/** The middle value, or the mean of the two middle values if their number is even; null if there is none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.slice().sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
