/** Dates and times as text, in the order year, month, day: the same in every language. */
import { localDay } from './calendar.ts';

const DAY_MIN = 1_440;

/** Year, month 1 to 12, day 1 to 31. */
type CivilDate = readonly [year: number, month: number, day: number];

/** The date of a day number counted from 1970-01-01 (proleptic Gregorian, years from March on). */
function civilDate(day: number): CivilDate {
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

/** `2026-11-23` for a day number. */
export function dayText(day: number): string {
  const [year, month, date] = civilDate(day);
  return `${year}-${two(month)}-${two(date)}`;
}

/** `2026-11` for a day number. */
export function monthText(day: number): string {
  return dayText(day).slice(0, -3);
}

/** `2026-11-23 18:05` as the wearer's clock showed it. */
export function minuteText(utcMs: number, offsetMin: number): string {
  const minutes = Math.floor(utcMs / 60_000) + offsetMin;
  const inDay = minutes - Math.floor(minutes / DAY_MIN) * DAY_MIN;
  return `${dayText(localDay(utcMs, offsetMin))} ${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

/** `2026-11-23T18:05:09`, without an offset. */
export function secondText(utcMs: number, offsetMin: number): string {
  const second = Math.floor(utcMs / 1000) % 60;
  return `${minuteText(utcMs, offsetMin).replace(' ', 'T')}:${two(second)}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
