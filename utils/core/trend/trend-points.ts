/** Sessions as series to draw: one point a session, oldest first. Owns which numbers are drawn; never their look. */
import type { KeptSession } from './stored-session.ts';

export interface TrendPoint {
  readonly startedAtMs: number;
  readonly zoneOffsetMin: number;
  /** 0 to 10, null: not answered. */
  readonly contact: number | null;
  readonly painBefore: number | null;
  readonly painAfter: number | null;
  /** Guided seconds of a hold in the middle, null where none was begun. */
  readonly holdS: number | null;
}

/** Points for `sessions`, which come newest first; the newest `most` are kept. */
export function trendPoints(sessions: readonly KeptSession[], most: number): readonly TrendPoint[] {
  return sessions
    .slice(0, most)
    .map((session) => ({
      startedAtMs: session.record.startedAtMs,
      zoneOffsetMin: session.record.zoneOffsetMin,
      contact: session.contact,
      painBefore: session.painBefore,
      painAfter: session.painAfter,
      holdS: median(session.record.holds.map((hold) => hold.seconds).filter((seconds) => seconds > 0)),
    }))
    .reverse();
}

/** The middle value, the mean of the two middle ones where they are even in number; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.slice().sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
