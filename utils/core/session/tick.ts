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
import { closeTry, PERSIST, toEnd, toPosition, wholeS } from './moves.ts';
import { type Hold, type SessionState, slotOf } from './state.ts';

/** The state at `atMs`, which is not before any instant the state has seen. */
export function tick(state: SessionState, atMs: number): Step {
  if (state.phase.at === 'paused' && atMs - state.phase.sinceMs >= LEFT_ALONE_MS) {
    return toEnd(state, 'left', atMs, []);
  }
  let due = nextDue(state);
  if (due === null || due.dueMs > atMs) return [state, []];
  let step = pass(state, due, atMs);
  // Of several cues that came due in a stall the latest is played; the older ones are counted.
  for (;;) {
    const later = nextDue(step[0]);
    if (later === null) return step;
    if (later.dueMs > atMs)
      return tooClose(step, due, later, atMs) ? [passOver(step[0], due), [PERSIST]] : step;
    step = pass(passOver(step[0], due), later, atMs);
    due = later;
  }
}

/** The state after `due` was played at `atMs`, and the effects that do it. */
function pass(state: SessionState, due: Due, atMs: number): Step {
  const phase = state.phase;
  const felt: Effect = { type: 'play', cue: due.cue, dueMs: due.dueMs, lateMs: atMs - due.dueMs };
  if (phase.at === 'position') return [toWork(state, phase.sinceMs, due, atMs), [PERSIST, felt]];
  if (phase.at === 'paused') {
    return [patch(state, { phase: patch(phase, { untilMs: atMs + PAUSED_SOFT_MS }) }), [PERSIST, felt]];
  }
  if (phase.at === 'hold') {
    const late = patch(phase, { cursor: phase.cursor + 1, lateMs: Math.max(phase.lateMs, felt.lateMs) });
    const next = patch(state, { phase: late });
    if (due.dueMs < phase.untilMs) return [next, [PERSIST, felt]];
    return toPosition(
      patch(closeTry(next, phase.untilMs, 'guided-to-end'), { undo: null }),
      state.slot + 1,
      atMs,
      [felt],
    );
  }
  const slot = slotOf(state);
  if (phase.at !== 'march' || slot.kind !== 'march') return [state, []];
  if (due.cue.name !== 'beat') return toPosition(state, state.slot + 1, atMs, [felt]);
  // A beat that came late starts the rhythm anew: the next one must not hurry.
  const fromMs = felt.lateMs > BEAT_SLACK_MS ? atMs : due.dueMs;
  const beats = state.beats + 1;
  const untilMs = fromMs + slot.beatS * 1000 + (beats < slot.lifts ? 0 : DONE_WAIT_MS);
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

/** Inside a hold two cues closer than 5 s would be felt as one, so an overdue one gives way to the next. */
function tooClose(step: Step, due: Due, later: Due, atMs: number): boolean {
  return step[0].phase.at === 'hold' && atMs > due.dueMs && later.dueMs - atMs < MIN_CUE_GAP_S * 1000;
}

/** The state that knows of a cue which was not played. A soft pulse less is no loss. */
function passOver(state: SessionState, due: Due): SessionState {
  return due.cue.name === 'soft' ? state : patch(state, { lostCues: state.lostCues + 1 });
}
