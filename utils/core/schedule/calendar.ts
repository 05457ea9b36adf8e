/**
 * Local calendar days and hours from UTC instants. The offset (local time minus UTC, minutes) is an argument everywhere, since
 * the core has no table of time zones; a day may therefore have 23, 24 or 25 hours. Dates and times as text are in the order
 * year, month, day, which reads the same in every language.
 */

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const DAY_MIN = 1_440;

/** The local calendar day of an instant, as the number of days since 1970-01-01. */
export function localDay(utcMs: number, zoneOffsetMin: number): number {
  return Math.floor((utcMs + zoneOffsetMin * 60_000) / DAY_MS);
}

/** The wearer's day ends at this hour, because somebody who is up past midnight has not begun the next day yet. */
export const DAY_ENDS_AT_HOUR = 4;

/** The day that the wearer calls today, counted like `localDay`: before four in the morning it is still yesterday's. */
export function wearersDay(utcMs: number, zoneOffsetMin: number): number {
  return localDay(utcMs - DAY_ENDS_AT_HOUR * HOUR_MS, zoneOffsetMin);
}

/** When the day that the wearer calls today ends, UTC ms. */
export function wearersDayEndMs(utcMs: number, zoneOffsetMin: number): number {
  const nextDayMs = (wearersDay(utcMs, zoneOffsetMin) + 1) * DAY_MS;
  return nextDayMs + DAY_ENDS_AT_HOUR * HOUR_MS - zoneOffsetMin * 60_000;
}

/** The local hour of the day, 0 to 23. */
export function localHour(utcMs: number, zoneOffsetMin: number): number {
  return Math.floor((utcMs + zoneOffsetMin * 60_000) / HOUR_MS) - localDay(utcMs, zoneOffsetMin) * 24;
}

/** The minutes since local midnight, 0 to 1,439. */
export function localMinutes(utcMs: number, zoneOffsetMin: number): number {
  return Math.floor(utcMs / 60_000) + zoneOffsetMin - localDay(utcMs, zoneOffsetMin) * DAY_MIN;
}

/** The weekday of a day number: 0 for Sunday to 6 for Saturday. */
export function weekday(day: number): number {
  // 1970-01-01 was a Thursday.
  return (((day + 4) % 7) + 7) % 7;
}

/**
 * The time at which it is `hour` o'clock on a local day, UTC ms. If the clock skips that hour, it is the hour after it; if the
 * clock has that hour twice, it is the first.
 *
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

/** Year, month 1 to 12, day 1 to 31. */
export type CivilDate = readonly [year: number, month: number, day: number];

/** The date of a day number counted from 1970-01-01 (proleptic Gregorian). Years are counted from March on, so that the leap day is the last of its year. */
export function civilDate(day: number): CivilDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1];
}

/** The day number, counted from 1970-01-01, of a date (proleptic Gregorian). */
export function dayOf([year, month, date]: CivilDate): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const marchMonth = (month + 9) % 12;
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leaps + Math.floor((153 * marchMonth + 2) / 5) + date - 1 - 719_468;
}

/** `2026-11-23` for a day number. */
export function dayText(day: number): string {
  const [year, month, date] = civilDate(day);
  return `${year}-${two(month)}-${two(date)}`;
}

/** `2026-11-23 18:05`, as the wearer's clock showed it. @param offsetMin local time minus UTC, minutes */
export function minuteText(utcMs: number, offsetMin: number): string {
  const inDay = localMinutes(utcMs, offsetMin);
  return `${dayText(localDay(utcMs, offsetMin))} ${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

/** `2026-11-23T18:05:09`: local time without its offset. @param offsetMin local time minus UTC, minutes */
export function secondText(utcMs: number, offsetMin: number): string {
  const second = Math.floor(utcMs / 1000) % 60;
  return `${minuteText(utcMs, offsetMin).replace(' ', 'T')}:${two(second)}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
