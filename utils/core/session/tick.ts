/**
 * What time alone does to a session. A tick carries a time and not a duration, so late, missed and doubled ticks only change
 * how late a cue is played. A tick plays at most one cue.
 */
import { plannedHoldS } from '../routine/plan.ts';
import {
  BEAT_SLACK_MS,
  DONE_WAIT_MS,
  LEFT_ALONE_MS,
  MARCH_LEAD_MS,
  MIN_CUE_GAP_S,
  PAUSE_REMINDER_MS,
} from '../tuning.ts';
import { type Due, nextDue } from './due.ts';
import { type Effect, type Hold, liftsDone, type SessionState, slotOf, type Transition } from './state.ts';
import { closeTry, keepAwake, PERSIST, toEnd, toPosition, wholeS } from './transitions.ts';

/** @param atMs UTC ms, not before `state.seenMs` */
export function tick(state: SessionState, atMs: number): Transition {
  if (state.phase.at === 'paused' && atMs - state.phase.sinceMs >= LEFT_ALONE_MS) {
    return toEnd(state, 'left', atMs, []);
  }
  let here = state;
  for (;;) {
    const due = nextDue(here);
    if (due === null || due.dueMs > atMs) return [here, here === state ? [] : [PERSIST]];
    const [played, effects] = playDue(here, due, atMs);
    const next = due.cue.name === 'soft' ? played : withoutSofts(played, atMs);
    if (here.phase.at !== 'hold') return [next, effects];
    const later = nextDue(next);
    // Inside a hold, a late cue is skipped if the next one is due within 5 s, because the two would feel like one.
    if (later === null || !isClose(later, atMs)) return [next, effects];
    here = passOver(here, here.phase, due);
  }
}

/** The state without the soft pulses that would follow within 5 s of the cue that is played at `atMs`. */
function withoutSofts(state: SessionState, atMs: number): SessionState {
  if (state.phase.at !== 'hold') return state;
  const next = nextDue(state);
  if (next === null || next.cue.name !== 'soft' || !isClose(next, atMs)) return state;
  return withoutSofts(passOver(state, state.phase, next), atMs);
}

function isClose({ dueMs }: Due, atMs: number): boolean {
  return dueMs - atMs < MIN_CUE_GAP_S * 1000;
}

/** The state after `due` was played at `atMs`, and the effects that play it. */
function playDue(state: SessionState, due: Due, atMs: number): Transition {
  const phase = state.phase;
  const felt: Effect = { type: 'play', cue: due.cue, dueMs: due.dueMs, lateMs: atMs - due.dueMs };
  if (phase.at === 'position') return [toWork(state, phase.sinceMs, due, atMs), [PERSIST, felt]];
  if (phase.at === 'paused') {
    const next = { ...state, phase: { ...phase, untilMs: atMs + PAUSE_REMINDER_MS } };
    return [next, [PERSIST, felt, keepAwake(next)]];
  }
  if (phase.at === 'hold') {
    const late = { ...phase, cursor: phase.cursor + 1, lateMs: Math.max(phase.lateMs, felt.lateMs) };
    const next = { ...state, phase: late };
    if (due.dueMs < phase.untilMs) return [next, [PERSIST, felt]];
    return toPosition(closeTry(next, phase.untilMs, 'guided-to-end'), state.slot + 1, atMs, [felt]);
  }
  const slot = slotOf(state);
  if (phase.at !== 'march' || slot.kind !== 'march') return [state, []];
  if (due.cue.name !== 'beat') return toPosition(state, state.slot + 1, atMs, [felt]);
  const lifts = liftsDone(state) + 1;
  const last = lifts >= slot.lifts;
  // A late beat restarts the rhythm, so that the next lift has its whole time. So does the last lift.
  const fromMs = last || felt.lateMs > BEAT_SLACK_MS ? atMs : due.dueMs;
  const untilMs = fromMs + slot.beatS * 1000 + (last ? DONE_WAIT_MS : 0);
  const lifted = { ...state.lifted, [state.slot]: lifts };
  return [{ ...state, beats: state.beats + 1, lifted, phase: { ...phase, untilMs } }, [PERSIST, felt]];
}

/** The hold or march that begins with a start cue. It counts from the time at which the cue was played, because nobody begins before feeling it. */
function toWork(state: SessionState, positionSinceMs: number, start: Due, atMs: number): SessionState {
  const slot = slotOf(state);
  if (slot.kind === 'march') {
    return { ...state, phase: { at: 'march', sinceMs: atMs, untilMs: atMs + MARCH_LEAD_MS }, undo: null };
  }
  const hold: Hold = {
    at: 'hold',
    sinceMs: atMs,
    untilMs: atMs + plannedHoldS(slot) * 1000,
    positionedS: wholeS(atMs - positionSinceMs),
    cursor: 0,
    lateMs: atMs - start.dueMs,
  };
  return { ...state, phase: hold, undo: null };
}

/** The state after a cue of the hold was skipped. A missed soft pulse does not count as lost. */
function passOver(state: SessionState, hold: Hold, due: Due): SessionState {
  return {
    ...state,
    phase: { ...hold, cursor: hold.cursor + 1 },
    lostCues: state.lostCues + (due.cue.name === 'soft' ? 0 : 1),
  };
}
