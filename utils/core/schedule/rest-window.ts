/** When the next session is good: calendar days, never a lock. */
import type { RestRule, Stage } from '../routine/routine.ts';
import { localDay } from './calendar.ts';

/** The last session, as far as the days after it depend on it. */
export interface LastSession {
  readonly startedAtMs: number;
  /** Local time minus UTC where and when it was, minutes. */
  readonly zoneOffsetMin: number;
  /** What the wearer said next morning; null: nothing yet. */
  readonly morning: 'worse' | 'same' | 'better' | null;
}

/** Local calendar days, both within. */
export interface RestWindow {
  readonly earliestDay: number;
  readonly latestDay: number;
}

/** `soon`: rest goes on. `open`: the window is over, and any day is good; nothing was missed. */
export type Standing = 'soon' | 'ready' | 'open';

/** @param rule the routine's for this phase */
export function restWindow(
  { earliestDays, latestDays }: RestRule,
  phase: Stage,
  last: LastSession,
): RestWindow {
  const day = localDay(last.startedAtMs, last.zoneOffsetMin);
  // Sore and worse next morning: the longer of the two rests.
  const least = phase === 'sore' && last.morning === 'worse' ? latestDays : earliestDays;
  return { earliestDay: day + least, latestDay: day + latestDays };
}

export function standing(window: RestWindow | null, today: number): Standing {
  if (window === null || today > window.latestDay) return 'open';
  return today < window.earliestDay ? 'soon' : 'ready';
}
