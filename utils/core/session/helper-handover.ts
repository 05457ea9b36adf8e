/**
 * Who plays a late cue while a helper runs: the page until 1.5 s after it was due, the helper from 2.5 s on. Page and
 * helper both decide by this file, so a cue is played once, whoever is late. Without a report the page assumes that the
 * helper's cue was played 2.7 s after it was due, which is late rather than early.
 */
import { HELPER_AFTER_MS, HELPER_COUNTS_MS, HELPER_PLAYED_AFTER_MS, PAGE_WINDOW_MS } from '../tuning.ts';
import { shiftClock } from './clock-shift.ts';
import { type Due, nextDue } from './due.ts';
import type { SessionState, Step } from './state.ts';
import { tick } from './tick.ts';

/** What the helper leaves for the page: how it has gone on with the session. */
export interface HelperReport {
  /** `seenMs` of the stored session that the helper has gone on from. */
  readonly ofMs: number;
  /** The session as it is now. */
  readonly state: SessionState;
}

/** Whether the due cue is left to the helper, because the page was too late for it. */
export function isHelpersTurn(state: SessionState, atMs: number): boolean {
  const due = nextDue(state);
  return due !== null && atMs >= due.dueMs + PAGE_WINDOW_MS;
}

/** When the helper plays `due` if the page has not, UTC ms. */
export function helperPlaysAtMs(due: Due): number {
  return due.dueMs + HELPER_AFTER_MS;
}

/**
 * What the helper's playing of `due` does to the session.
 *
 * @param soonestMs the cue counts no sooner than this, UTC ms, and no sooner than 2.7 s after it was due
 */
export function playedByHelper(state: SessionState, due: Due, soonestMs: number): Step {
  const atMs = Math.max(due.dueMs + HELPER_COUNTS_MS, soonestMs);
  const [after, effects] = tick(state, atMs);
  return [{ ...after, seenMs: atMs }, effects];
}

/** The state after every cue that the helper must have played by `atMs`; the same state where there is none. */
export function takenOverByHelper(state: SessionState, atMs: number): SessionState {
  let here = state;
  for (;;) {
    const due = nextDue(here);
    if (due === null || due.dueMs + HELPER_PLAYED_AFTER_MS > atMs) return here;
    here = playedByHelper(here, due, here.seenMs)[0];
  }
}

/** Whether `after` is the session `before` with nothing changed but the clock: all its times are moved by the same amount. */
export function isOnlyRebased(before: SessionState, after: SessionState): boolean {
  if (after.clockJumps === before.clockJumps) return false;
  const { clockJumps, seenMs } = after;
  const moved = shiftClock(before, after.startedAtMs - before.startedAtMs);
  return JSON.stringify({ ...moved, clockJumps, seenMs }) === JSON.stringify(after);
}

/** The session as the helper reports it; `state` where there is no report, or one on another session than `storedMs` was stored of. */
export function asReported(state: SessionState, storedMs: number, report: HelperReport | null): SessionState {
  return report !== null && report.ofMs === storedMs ? report.state : state;
}
