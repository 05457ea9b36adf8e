/**
 * The session engine: `step(state, event) -> [state, effects]`. Pure; time is an argument. An event that means
 * nothing in its phase returns the same state and no effects. Table: docs/session-states.md.
 */
import { patch } from '../base/patch.ts';
import { shiftClock } from './clock-shift.ts';
import type { Step } from './effect.ts';
import type { AwakeEvent, SessionEvent } from './event.ts';
import { wake } from './resume.ts';
import type { SessionState } from './state.ts';
import { tick } from './tick.ts';
import { keepAwake, PERSIST } from './transitions.ts';
import { pause, touch } from './wearer-events.ts';

export function step(state: SessionState, event: SessionEvent): Step {
  return event.type === 'woke' ? stepWoke(state, event.atMs) : stepAwake(state, event);
}

/** `step` for the page that is there: everything but coming back, which only the resume page carries. */
export function stepAwake(state: SessionState, event: AwakeEvent): Step {
  const { atMs } = event;
  // The wall clock was set, or went back: only the time since the last tick is lost, and a cue comes late rather than early.
  const jumped = event.type === 'clock-jumped' || atMs < state.seenMs;
  return apply(
    state,
    jumped ? shiftClock(state, atMs - state.seenMs) : state,
    atMs,
    event.type === 'ticked',
    (here) => {
      if (event.type === 'clock-jumped') return [here, []];
      if (event.type === 'ticked') return tick(here, atMs);
      return event.type === 'paused' ? pause(here, event) : touch(here, event);
    },
  );
}

/** `step` for a page that has just come back with the stored state. */
export function stepWoke(state: SessionState, atMs: number): Step {
  const before = atMs < state.seenMs ? shiftClock(state, atMs - state.seenMs) : state;
  return apply(state, before, atMs, false, (here) => wake(here, atMs));
}

function apply(
  state: SessionState,
  before: SessionState,
  atMs: number,
  remembers: boolean,
  act: (state: SessionState) => Step,
): Step {
  if (state.phase.at === 'ended') return [state, []];
  const [after, effects] = act(before);
  if (effects.length > 0) return [patch(after, { seenMs: atMs }), effects];
  if (before !== state) return [after, [PERSIST, keepAwake(after)]];
  return [remembers ? patch(after, { seenMs: atMs }) : state, []];
}
