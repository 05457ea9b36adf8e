/**
 * When a reminder is due. The system wakes the app at the same hours each day; these rules say on which of them anything
 * is said: once a rest window, and not after a session.
 */
import { localDay, localHour, localInstant } from './calendar.ts';
import type { LastSession, RestWindow } from './rest-window.ts';

/** The morning question may be asked from this hour on, and before that one. */
const MORNING_FROM_HOUR = 4;
const MORNING_UNTIL_HOUR = 14;
/** When the wearer who wants to be asked is. */
export const MORNING_NOTE_HOUR = 8;

/** The first instant at which it is that hour by the clock, after now, UTC ms. */
export function nextHourMs(hour: number, nowMs: number, offsetAt: (utcMs: number) => number): number {
  let day = localDay(nowMs, offsetAt(nowMs));
  let atMs = localInstant(day, hour, offsetAt);
  while (atMs <= nowMs) atMs = localInstant(++day, hour, offsetAt);
  return atMs;
}

/**
 * Whether the reminder is due now: on the first day of the window, at the wearer's hour. An hour more or less is the same,
 * since nobody says what a daily alarm does when clocks change; a watch that was off at that hour says nothing later.
 */
export function isReminderDue(
  window: RestWindow,
  hour: number,
  nowMs: number,
  zoneOffsetMin: number,
): boolean {
  return (
    localDay(nowMs, zoneOffsetMin) === window.earliestDay &&
    Math.abs(localHour(nowMs, zoneOffsetMin) - hour) <= 1
  );
}

/** Whether it is the morning after the last session: the only time that its question is asked. */
export function isMorningAfter(last: LastSession, nowMs: number, zoneOffsetMin: number): boolean {
  const hour = localHour(nowMs, zoneOffsetMin);
  return (
    localDay(nowMs, zoneOffsetMin) === localDay(last.startedAtMs, last.zoneOffsetMin) + 1 &&
    hour >= MORNING_FROM_HOUR &&
    hour < MORNING_UNTIL_HOUR
  );
}
