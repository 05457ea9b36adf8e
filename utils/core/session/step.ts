/**
 * The session engine: `step(state, event) -> [state, effects]`. Pure; time is an argument. An event that means
 * nothing in its phase returns the same state and no effects. Table: docs/session-states.md.
 */
import { patch } from '../base/patch.ts';
import type { Step } from './effect.ts';
import type { SessionEvent } from './event.ts';
import { PERSIST } from './moves.ts';
import type { SessionState } from './state.ts';
import { tick } from './tick.ts';
import { pause, touch } from './touch.ts';
import { shiftClock, wake } from './wake.ts';

export function step(state: SessionState, event: SessionEvent): Step {
  if (state.phase.at === 'ended') return [state, []];
  const atMs = event.atMs;
  // The wall clock was set, or went back: only the time since the last tick is lost, and a cue comes late rather than early.
  const jumped = event.type === 'clock-jumped' || atMs < state.seenMs;
  const before = jumped ? shiftClock(state, atMs - state.seenMs) : state;
  const [after, effects] = dispatch(before, event);
  if (jumped && effects.length === 0) return [after, [PERSIST]];
  if (effects.length === 0 && event.type !== 'ticked') return [state, []];
  return [patch(after, { seenMs: atMs }), effects];
}

function dispatch(state: SessionState, event: SessionEvent): Step {
  switch (event.type) {
    case 'ticked':
    case 'clock-jumped':
      return tick(state, event.atMs);
    case 'woke':
      return wake(state, event.atMs);
    case 'paused':
      return pause(state, event);
    default:
      return touch(state, event);
  }
}
