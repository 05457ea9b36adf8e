/** When a reminder is due: once a rest window, at an hour the wearer has chosen, and not after a session. */
import { localDay, localHour, localInstant } from './calendar.ts';
import type { LastSession, RestWindow } from './rest-window.ts';

/** The morning question may be asked from this hour on, and before that one. */
const MORNING_FROM_HOUR = 4;
const MORNING_UNTIL_HOUR = 14;
/** When the wearer who wants to be asked is. */
const MORNING_NOTE_HOUR = 8;

/** Local time minus UTC at an instant, minutes. */
export type OffsetAt = (utcMs: number) => number;

/** What was armed for a window that begins on this day. */
export interface Armed {
  readonly earliestDay: number;
  /** UTC ms. */
  readonly atMs: number;
}

/**
 * The instant of the window's one reminder, UTC ms: on its first day at that hour, or on the next of its days where
 * that is over; null where none is left, or it has been given.
 */
export function reminderAtMs(
  window: RestWindow,
  hour: number,
  nowMs: number,
  offsetAt: OffsetAt,
  before: Armed | null,
): number | null {
  const wasDue = before !== null && before.earliestDay === window.earliestDay && before.atMs <= nowMs;
  if (wasDue) return null;
  const today = localDay(nowMs, offsetAt(nowMs));
  for (let day = Math.max(window.earliestDay, today); day <= window.latestDay; day++) {
    const atMs = localInstant(day, hour, offsetAt);
    if (atMs > nowMs) return atMs;
  }
  return null;
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

/** When the question of the morning after is asked by a notification, UTC ms; null where that is over. */
export function morningAtMs(last: LastSession, nowMs: number, offsetAt: OffsetAt): number | null {
  const day = localDay(last.startedAtMs, last.zoneOffsetMin) + 1;
  const atMs = localInstant(day, MORNING_NOTE_HOUR, offsetAt);
  return atMs > nowMs ? atMs : null;
}
