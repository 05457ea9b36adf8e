/**
 * When the reminder and the morning question are due. The system wakes the app at the same hours each day. These rules say on
 * which days it shows something: the reminder once in a rest window, the question on the morning after a session.
 */
import {
  DAY_ENDS_AT_HOUR,
  DAY_MS,
  HOUR_MS,
  localDay,
  localHour,
  localInstant,
  wearersDay,
} from './calendar.ts';
import type { LastSession } from './rest-window.ts';

/** From this hour on, the morning question sends no notification. */
const MORNING_UNTIL_HOUR = 14;
/** The hour at which a wearer who wants a notification gets the morning question. */
export const MORNING_NOTE_HOUR = 8;

/** The first time after `nowMs` at which it is that hour by the wearer's clock, UTC ms. */
export function nextHourMs(hour: number, nowMs: number, offsetAt: (utcMs: number) => number): number {
  let day = localDay(nowMs, offsetAt(nowMs));
  let atMs = localInstant(day, hour, offsetAt);
  while (atMs <= nowMs) atMs = localInstant(++day, hour, offsetAt);
  return atMs;
}

/**
 * The wearer's day for which a wake-up at `hour` was set: the one whose hour is nearest. No document says what a daily alarm
 * does when clocks change or the wearer travels, so it may come hours early or late, and on the other side of midnight.
 */
export function reminderDay(hour: number, nowMs: number, zoneOffsetMin: number): number {
  return Math.round((nowMs + zoneOffsetMin * 60_000 - hourInDay(hour) * HOUR_MS) / DAY_MS);
}

/** How far from `hour` o'clock it is now, before or after, ms. */
export function awayFromHourMs(hour: number, nowMs: number, zoneOffsetMin: number): number {
  const dayMs = reminderDay(hour, nowMs, zoneOffsetMin) * DAY_MS;
  return Math.abs(nowMs + zoneOffsetMin * 60_000 - dayMs - hourInDay(hour) * HOUR_MS);
}

/** The position of an hour in the wearer's day: those after midnight come last. */
export function hourInDay(hour: number): number {
  return hour < DAY_ENDS_AT_HOUR ? hour + 24 : hour;
}

/** Whether the night after the last session is over, so that its morning can be asked about: at any later time. */
export function isNightOver(last: LastSession, nowMs: number, zoneOffsetMin: number): boolean {
  return wearersDay(nowMs, zoneOffsetMin) > wearersDay(last.startedAtMs, last.zoneOffsetMin);
}

/** Whether it is the morning right after the last session, the only one that sends a notification. */
export function isMorningAfter(last: LastSession, nowMs: number, zoneOffsetMin: number): boolean {
  const hour = localHour(nowMs, zoneOffsetMin);
  return (
    wearersDay(nowMs, zoneOffsetMin) === wearersDay(last.startedAtMs, last.zoneOffsetMin) + 1 &&
    hour >= DAY_ENDS_AT_HOUR &&
    hour < MORNING_UNTIL_HOUR
  );
}
