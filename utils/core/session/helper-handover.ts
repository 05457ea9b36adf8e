/** When the helper plays a cue that the page has not played, and how it reports that to the page. docs/decisions/helper.md has the reasons. */
import { DARK_PATIENCE_MS, HELPER_AFTER_MS, LIT_PATIENCE_MS } from '../tuning.ts';
import { shiftClock } from './clock-shift.ts';
import type { SessionState } from './state.ts';
import { tick } from './tick.ts';

/** Ms from the previous step to a cue that the helper played; or, as a one-element array, by how many ms the clock was set. */
export type HelperStep = number | readonly [byMs: number];

/** The helper's report to the page: how it continued the session. */
export interface HelperReport {
  /** `seenMs` of the stored session that the helper continued from. */
  readonly ofMs: number;
  /** When the helper was last known to run, UTC ms. */
  readonly seenMs: number;
  /** In order; the first cue counts from `ofMs`. */
  readonly steps: readonly HelperStep[];
  /** The session at that time, in a report of version 0.1.0, which has no steps. */
  readonly state?: SessionState;
}

/**
 * How long after a cue was due the helper plays it, ms.
 *
 * @param isAlone it has played a cue, and since then no page has stored anything and the screen was not lit
 */
export function helperPlaysAfterMs(isAlone: boolean, isDark: boolean): number {
  if (!isDark) return LIT_PATIENCE_MS;
  return isAlone ? HELPER_AFTER_MS : DARK_PATIENCE_MS;
}

/** The session as the helper reports it; `state` if there is no report, or if the report does not belong to the session stored at `storedMs`. */
export function asReported(state: SessionState, storedMs: number, report: HelperReport | null): SessionState {
  if (report === null || report.ofMs !== storedMs) return state;
  let here = report.state ?? state;
  let atMs = storedMs;
  for (const step of report.steps) {
    if (typeof step === 'number') {
      atMs += step;
      here = tick(here, atMs)[0];
    } else {
      atMs += step[0];
      here = shiftClock(here, step[0]);
    }
  }
  return { ...here, seenMs: report.seenMs };
}

/** When the helper played its last cue, UTC ms; 0 if it has reported none. */
export function lastPlayedMs(report: HelperReport | null): number {
  if (report === null) return 0;
  let atMs = report.ofMs;
  let playedMs = 0;
  for (const step of report.steps) {
    const isCue = typeof step === 'number';
    atMs += isCue ? step : step[0];
    playedMs = isCue ? atMs : playedMs + step[0];
  }
  return playedMs;
}
