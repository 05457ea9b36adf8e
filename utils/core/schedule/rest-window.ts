/** The days on which the next session is good. They are advice: a session can be started on any day. */
import type { RestRule, Stage } from '../routine/routine.ts';
import { wearersDay } from './calendar.ts';

/** What the rest after a session depends on. */
export interface LastSession {
  /** UTC ms. */
  readonly startedAtMs: number;
  /** Local time minus UTC at that place and time, minutes. */
  readonly zoneOffsetMin: number;
  /** The answer of the next morning; null if there is none yet. */
  readonly morning: 'worse' | 'same' | 'better' | null;
}

/** From the first to the last good day, both included, as numbers of the wearer's days (`wearersDay`). */
export interface RestWindow {
  readonly earliestDay: number;
  readonly latestDay: number;
}

/** `soon`: the window has not begun. `ready`: today is in it. `open`: it is over or there is none, and any day is good. */
export type RestState = 'soon' | 'ready' | 'open';

/** The window after the last session. @param rule the routine's rest at this stage, in days */
export function restWindow(
  { earliestDays, latestDays }: RestRule,
  stage: Stage,
  last: LastSession,
): RestWindow {
  const day = wearersDay(last.startedAtMs, last.zoneOffsetMin);
  // If a sore wearer felt worse the next morning, the longer of the two rests applies.
  const least = stage === 'sore' && last.morning === 'worse' ? latestDays : earliestDays;
  return { earliestDay: day + least, latestDay: day + latestDays };
}

export function restState(window: RestWindow | null, today: number): RestState {
  if (window === null || today > window.latestDay) return 'open';
  return today < window.earliestDay ? 'soon' : 'ready';
}
