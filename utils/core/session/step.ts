/**
 * The session engine: `step(state, event) -> [state, effects]`. Pure; time is an argument. An event that means
 * nothing in its phase returns the same state and no effects. Table: docs/session-states.md.
 */

import type { Step } from './effect.ts';
import type { SessionEvent } from './event.ts';
import { PERSIST } from './moves.ts';
import type { SessionState } from './state.ts';
import { tick } from './tick.ts';
import { pause, touch } from './touch.ts';
import { shiftClock, wake } from './wake.ts';

export function step(state: SessionState, event: SessionEvent): Step {
  if (state.phase.at === 'ended') return [state, []];
  // The wall clock went back: only the time since the last tick is lost, and a cue comes late rather than early.
  if (event.atMs < state.seenMs) {
    const [next, effects] = apply(shiftClock(state, event.atMs - state.seenMs), event);
    return [next, effects.length > 0 ? effects : [PERSIST]];
  }
  if (event.type === 'clock-jumped') return apply(shiftClock(state, event.atMs - state.seenMs), event);
  return apply(state, event);
}

function apply(before: SessionState, event: SessionEvent): Step {
  const [after, effects] = dispatch(before, event);
  if (event.type !== 'ticked' && after === before && effects.length === 0) return [before, []];
  return [after.seenMs === event.atMs ? after : { ...after, seenMs: event.atMs }, effects];
}

function dispatch(state: SessionState, event: SessionEvent): Step {
  switch (event.type) {
    case 'ticked':
      return tick(state, event.atMs);
    case 'clock-jumped':
      return [{ ...state }, [PERSIST]];
    case 'woke':
      return wake(state, event.atMs);
    case 'paused':
      return pause(state, event);
    default:
      return touch(state, event);
  }
}
