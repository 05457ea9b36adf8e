/** Dates and times as text in the order year, month, day, which reads the same in every language. */
import { civilDate, localDay } from './calendar.ts';

const DAY_MIN = 1_440;

/** `2026-11-23` for a day number. */
export function dayText(day: number): string {
  const [year, month, date] = civilDate(day);
  return `${year}-${two(month)}-${two(date)}`;
}

/** `2026-11` for a day number. */
export function monthText(day: number): string {
  return dayText(day).slice(0, -3);
}

/** `2026-11-23 18:05`, as the wearer's clock showed it. @param offsetMin local time minus UTC, minutes */
export function minuteText(utcMs: number, offsetMin: number): string {
  const minutes = Math.floor(utcMs / 60_000) + offsetMin;
  const inDay = minutes - Math.floor(minutes / DAY_MIN) * DAY_MIN;
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
