/**
 * When the reminder and the morning question are due. The system wakes the app at the same hours each day; these rules say on
 * which days anything is said: the reminder once in a rest window, the question on the morning after a session.
 */
import { DAY_ENDS_AT_HOUR, localDay, localHour, localInstant, wearersDay } from './calendar.ts';
import type { LastSession, RestWindow } from './rest-window.ts';

/** The morning question is asked from the beginning of the wearer's day to this hour. */
const MORNING_UNTIL_HOUR = 14;
/** The hour at which a wearer who wants a notification gets the morning question. */
export const MORNING_NOTE_HOUR = 8;

/** The first instant after `nowMs` at which it is that hour by the wearer's clock, UTC ms. */
export function nextHourMs(hour: number, nowMs: number, offsetAt: (utcMs: number) => number): number {
  let day = localDay(nowMs, offsetAt(nowMs));
  let atMs = localInstant(day, hour, offsetAt);
  while (atMs <= nowMs) atMs = localInstant(++day, hour, offsetAt);
  return atMs;
}

/**
 * Whether the reminder is due now: on the first day of the window, at the wearer's hour. An hour more or less counts as that
 * hour, because it is not documented what a daily alarm does when clocks change. A watch that was off then says nothing later.
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

/** Whether it is the morning after the last session, which is the only time at which the morning question is asked. */
export function isMorningAfter(last: LastSession, nowMs: number, zoneOffsetMin: number): boolean {
  const hour = localHour(nowMs, zoneOffsetMin);
  return (
    wearersDay(nowMs, zoneOffsetMin) === wearersDay(last.startedAtMs, last.zoneOffsetMin) + 1 &&
    hour >= DAY_ENDS_AT_HOUR &&
    hour < MORNING_UNTIL_HOUR
  );
}
