/**
 * Local calendar days and hours from UTC instants. Knows no time zone table: offsets (local time minus UTC, minutes) are
 * given, and so a day may have 23, 24 or 25 hours.
 */

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The local calendar day of an instant, counted from 1970-01-01: days follow each other by one, over months and years. */
export function localDay(utcMs: number, zoneOffsetMin: number): number {
  return Math.floor((utcMs + zoneOffsetMin * 60_000) / DAY_MS);
}

/** The local hour of the day, 0 to 23. */
export function localHour(utcMs: number, zoneOffsetMin: number): number {
  return Math.floor((utcMs + zoneOffsetMin * 60_000) / HOUR_MS) - localDay(utcMs, zoneOffsetMin) * 24;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: number): number {
  // 1970-01-01 was a Thursday.
  return (((day + 4) % 7) + 7) % 7;
}

/**
 * When it is `hour` o'clock on a local day, UTC ms. An hour that the clock leaves out is the one after it; of one that it
 * has twice, the first.
 * @param offsetAt local time minus UTC at an instant, minutes
 */
export function localInstant(day: number, hour: number, offsetAt: (utcMs: number) => number): number {
  const asUtcMs = day * DAY_MS + hour * HOUR_MS;
  // Clocks change at most once in these two days.
  const before = offsetAt(asUtcMs - DAY_MS);
  const after = offsetAt(asUtcMs + DAY_MS);
  const earlyMs = asUtcMs - before * 60_000;
  const lateMs = asUtcMs - after * 60_000;
  return offsetAt(earlyMs) !== before && offsetAt(lateMs) === after ? lateMs : earlyMs;
}
