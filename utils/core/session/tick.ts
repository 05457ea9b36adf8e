/**
 * What time alone does to a session. A tick carries an instant, never a duration, so late, missed and doubled
 * ticks change nothing but the lateness of a cue. At most one cue leaves a tick.
 */
import { patch } from '../base/patch.ts';
import { plannedHoldS } from '../routine/plan.ts';
import {
  BEAT_SLACK_MS,
  DONE_WAIT_MS,
  LEFT_ALONE_MS,
  MARCH_LEAD_MS,
  MIN_CUE_GAP_S,
  PAUSED_SOFT_MS,
} from '../tuning.ts';
import { type Due, nextDue } from './due.ts';
import type { Effect, Step } from './effect.ts';
import { type Hold, type SessionState, slotOf } from './state.ts';
import { closeTry, keepAwake, PERSIST, toEnd, toPosition, wholeS } from './transitions.ts';

/** The state at `atMs`, which is not before any instant the state has seen. */
export function tick(state: SessionState, atMs: number): Step {
  if (state.phase.at === 'paused' && atMs - state.phase.sinceMs >= LEFT_ALONE_MS) {
    return toEnd(state, 'left', atMs, []);
  }
  let here = state;
  for (;;) {
    const due = nextDue(here);
    if (due === null || due.dueMs > atMs) return [here, here === state ? [] : [PERSIST]];
    const step = pass(here, due, atMs);
    const later = nextDue(step[0]);
    // Inside a hold, a cue that the next one would follow within 5 s gives way to it: the two would be felt as one.
    if (here.phase.at !== 'hold' || later === null || later.dueMs - atMs >= MIN_CUE_GAP_S * 1000) return step;
    here = passOver(here, here.phase, due);
  }
}

/** The state after `due` was played at `atMs`, and the effects that do it. */
function pass(state: SessionState, due: Due, atMs: number): Step {
  const phase = state.phase;
  const felt: Effect = { type: 'play', cue: due.cue, dueMs: due.dueMs, lateMs: atMs - due.dueMs };
  if (phase.at === 'position') return [toWork(state, phase.sinceMs, due, atMs), [PERSIST, felt]];
  if (phase.at === 'paused') {
    const next = patch(state, { phase: patch(phase, { untilMs: atMs + PAUSED_SOFT_MS }) });
    return [next, [PERSIST, felt, keepAwake(next)]];
  }
  if (phase.at === 'hold') {
    const late = patch(phase, { cursor: phase.cursor + 1, lateMs: Math.max(phase.lateMs, felt.lateMs) });
    const next = patch(state, { phase: late });
    if (due.dueMs < phase.untilMs) return [next, [PERSIST, felt]];
    return toPosition(closeTry(next, phase.untilMs, 'guided-to-end'), state.slot + 1, atMs, [felt]);
  }
  const slot = slotOf(state);
  if (phase.at !== 'march' || slot.kind !== 'march') return [state, []];
  if (due.cue.name !== 'beat') return toPosition(state, state.slot + 1, atMs, [felt]);
  const beats = state.beats + 1;
  const last = beats >= slot.lifts;
  // A beat that came late starts the rhythm anew: the next one must not hurry. The last lift gets its whole time.
  const fromMs = last || felt.lateMs > BEAT_SLACK_MS ? atMs : due.dueMs;
  const untilMs = fromMs + slot.beatS * 1000 + (last ? DONE_WAIT_MS : 0);
  return [patch(state, { beats, phase: patch(phase, { untilMs }) }), [PERSIST, felt]];
}

/** The hold or march that a start cue opens. It begins at the cue, not at its due time: nobody holds what they have not felt begin. */
function toWork(state: SessionState, positionSinceMs: number, start: Due, atMs: number): SessionState {
  const slot = slotOf(state);
  if (slot.kind === 'march') {
    return patch(state, {
      phase: { at: 'march', sinceMs: atMs, untilMs: atMs + MARCH_LEAD_MS },
      undo: null,
    });
  }
  const hold: Hold = {
    at: 'hold',
    sinceMs: atMs,
    untilMs: atMs + plannedHoldS(slot) * 1000,
    positionedS: wholeS(atMs - positionSinceMs),
    cursor: 0,
    lateMs: atMs - start.dueMs,
  };
  return patch(state, { phase: hold, undo: null });
}

/** The state that knows of a cue which was not played. A soft pulse less is no loss. */
function passOver(state: SessionState, hold: Hold, due: Due): SessionState {
  return patch(state, {
    phase: patch(hold, { cursor: hold.cursor + 1 }),
    lostCues: state.lostCues + (due.cue.name === 'soft' ? 0 : 1),
  });
}
