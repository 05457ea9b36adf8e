/**
 * The session engine: `stepAwake` and `stepWoke` take a state and what has happened, and return the next state with its
 * effects. Pure: time is an argument. An event that has no meaning in the phase returns the same state and no effects. The
 * tables in docs/session-states.md show every case.
 */
import { shiftClock } from './clock-shift.ts';
import type { AwakeEvent } from './event.ts';
import { isTouchTaken } from './quick-input.ts';
import { wake } from './resume.ts';
import type { SessionState, Transition } from './state.ts';
import { tick } from './tick.ts';
import { keepAwake, PERSIST } from './transitions.ts';
import { pause, touch } from './wearer-events.ts';

/** Applies an event to the session of a running page. */
export function stepAwake(state: SessionState, event: AwakeEvent): Transition {
  const { atMs } = event;
  // If the clock was set or has gone back, only the time since the last event is lost, so cues come late and not early.
  const hasJumped = event.type === 'clock-jumped' || atMs < state.seenMs;
  const rebased = hasJumped ? shiftClock(state, atMs - state.seenMs) : state;
  return apply(state, rebased, atMs, event.type === 'ticked', (here) => {
    if (event.type === 'clock-jumped' || !isTouchTaken(here, event, atMs)) return [here, []];
    if (event.type === 'ticked') return tick(here, atMs);
    return event.type === 'paused' ? pause(here, event.why, atMs) : touch(here, event.type, atMs);
  });
}

/** Continues the stored session in a page that was just opened for it. */
export function stepWoke(state: SessionState, atMs: number): Transition {
  const rebased = atMs < state.seenMs ? shiftClock(state, atMs - state.seenMs) : state;
  return apply(state, rebased, atMs, false, (here) => wake(here, atMs));
}

/**
 * Runs `act` and notes when the state was last seen.
 *
 * @param rebased `state`, moved along with the wall clock where that was set
 * @param notesTime an event without effects moves `seenMs` as well
 */
function apply(
  state: SessionState,
  rebased: SessionState,
  atMs: number,
  notesTime: boolean,
  act: (state: SessionState) => Transition,
): Transition {
  if (state.phase.at === 'ended') return [state, []];
  const [after, effects] = act(rebased);
  if (effects.length > 0) return [{ ...after, seenMs: atMs }, effects];
  if (rebased !== state) return [after, [PERSIST, keepAwake(after)]];
  return [notesTime ? { ...after, seenMs: atMs } : state, []];
}
