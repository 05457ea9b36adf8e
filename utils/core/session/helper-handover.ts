/**
 * Who plays a cue while a helper is listed: the page within its window, the helper after it. Both ends decide by this
 * file, so at most one plays, whoever is late. Where the helper has left no word of what it played (it can only in the
 * dark), that it has by now is taken from the time, with more allowance than its timers need: late rather than early.
 */
import { patch } from '../base/patch.ts';
import { HELPER_COUNTS_MS, HELPER_PLAYED_AFTER_MS, PAGE_WINDOW_MS } from '../tuning.ts';
import { nextDue } from './due.ts';
import type { SessionState } from './state.ts';
import { tick } from './tick.ts';

/** The due cue is the helper's: the page was too late for it. */
export function isHelpersTurn(state: SessionState, atMs: number): boolean {
  const due = nextDue(state);
  return due !== null && atMs >= due.dueMs + PAGE_WINDOW_MS;
}

/** The state after every cue that the helper must have played by `atMs`; the same state where there is none. */
export function takenOverByHelper(state: SessionState, atMs: number): SessionState {
  let here = state;
  for (;;) {
    const due = nextDue(here);
    if (due === null || due.dueMs + HELPER_PLAYED_AFTER_MS > atMs) return here;
    const playedMs = Math.max(due.dueMs + HELPER_COUNTS_MS, here.seenMs);
    here = patch(tick(here, playedMs)[0], { seenMs: playedMs });
  }
}
