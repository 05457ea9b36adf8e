/** The days on which the next session is good. They are advice: a session can be started on any day. */
import type { RestRule, Stage } from '../routine/routine.ts';
import { wearersDay } from './calendar.ts';

/** What the days after a session depend on. */
export interface LastSession {
  /** UTC ms. */
  readonly startedAtMs: number;
  /** Local time minus UTC where and when it was, minutes. */
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
  // A sore wearer who felt worse the next morning gets the longer of the two rests.
  const least = stage === 'sore' && last.morning === 'worse' ? latestDays : earliestDays;
  return { earliestDay: day + least, latestDay: day + latestDays };
}

export function restState(window: RestWindow | null, today: number): RestState {
  if (window === null || today > window.latestDay) return 'open';
  return today < window.earliestDay ? 'soon' : 'ready';
}
