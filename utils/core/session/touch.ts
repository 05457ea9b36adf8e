/** What the wearer's touches do. An event that means nothing in this phase leaves the state as it is, with no effects. */
import { assertNever } from '../base/assert-never.ts';
import { minimumS } from '../routine/plan.ts';
import { MORE_TIME_MS, READY_LEAD_MS, UNDO_MS } from '../tuning.ts';
import type { Effect, Step } from './effect.ts';
import type { PausedEvent, Touched } from './event.ts';
import {
  CONFIRM,
  closeTry,
  closeUnheld,
  goToSlot,
  keepAwake,
  PERSIST,
  position,
  toEnd,
  toPaused,
} from './moves.ts';
import { positionMs, type SessionState, slotOf, triesOnSlot } from './state.ts';

const CONFIRMED: readonly Effect[] = [PERSIST, CONFIRM];

export function touch(state: SessionState, event: Touched): Step {
  switch (event.type) {
    case 'ready':
      return movePosition(state, (untilMs) => Math.min(untilMs, event.atMs + READY_LEAD_MS));
    case 'more-time':
      return movePosition(state, (untilMs) => untilMs + MORE_TIME_MS);
    case 'not-easing':
      return notEasing(state, event.atMs);
    case 'stay':
      return stay(state);
    case 'let-go':
      return letGo(state, event.atMs);
    case 'skipped':
      return skip(state, event.atMs);
    case 'resumed':
      return resume(state, event.atMs);
    case 'stopped':
      return stop(state, event.atMs);
    case 'undone':
      return undo(state, event.atMs);
    default:
      return assertNever(event.type);
  }
}

/** Pause ends the try: pressure has to be steady, so the way back is a position phase and a fresh hold. */
export function pause(state: SessionState, event: PausedEvent): Step {
  const phase = state.phase;
  const felt = event.why === 'wearer' ? [CONFIRM] : [];
  switch (phase.at) {
    case 'position':
    case 'march':
      return toPaused(state, event.why, event.atMs, felt);
    case 'hold':
      return toPaused(closeTry(state, phase, event.atMs, 'interrupted'), event.why, event.atMs, felt);
    case 'linger': {
      // The minimum is done: the hold counts, and the pause comes before the next slot.
      const closed = closeTry(state, phase, event.atMs, 'let-go');
      if (isLastSlot(state)) return toEnd(closed, 'done', event.atMs, felt);
      return toPaused({ ...closed, slot: state.slot + 1 }, event.why, event.atMs, felt);
    }
    case 'paused':
    case 'ended':
      return [state, []];
    default:
      return assertNever(phase);
  }
}

function movePosition(state: SessionState, move: (untilMs: number) => number): Step {
  const phase = state.phase;
  if (phase.at !== 'position') return [state, []];
  return [{ ...state, phase: { ...phase, untilMs: move(phase.untilMs) } }, CONFIRMED];
}

function notEasing(state: SessionState, atMs: number): Step {
  const phase = state.phase;
  const slot = slotOf(state);
  if (phase.at !== 'hold' || slot.kind !== 'hold') return [state, []];
  if (atMs - phase.sinceMs >= minimumS(slot) * 1000) return [state, []];
  const closed = withUndo(state, closeTry(state, phase, atMs, 'not-easing'), atMs);
  if (triesOnSlot(closed) < state.plan.tries) {
    const again = { ...closed, phase: position(atMs, slot.findS * 1000) };
    return [again, [PERSIST, CONFIRM, keepAwake(again)]];
  }
  return leaveSide(closed, atMs);
}

/** This side of this step is left for today: its further spots go too. */
function leaveSide(state: SessionState, atMs: number): Step {
  const here = slotOf(state);
  let index = state.slot + 1;
  for (; index < state.plan.slots.length; index++) {
    const slot = state.plan.slots[index];
    if (slot === undefined || slot.step !== here.step || slot.side !== here.side) break;
  }
  return goOn(state, index, atMs);
}

function stay(state: SessionState): Step {
  const phase = state.phase;
  if (phase.at !== 'linger') return [state, []];
  const ceilingMs = phase.sinceMs + state.plan.ceilingS * 1000;
  if (phase.untilMs >= ceilingMs) return [state, []];
  const untilMs = Math.min(phase.untilMs + state.plan.stayS * 1000, ceilingMs);
  const next = { ...state, phase: { ...phase, untilMs } };
  return [next, [PERSIST, CONFIRM, keepAwake(next)]];
}

function letGo(state: SessionState, atMs: number): Step {
  const phase = state.phase;
  if (phase.at !== 'linger') return [state, []];
  return goOn(withUndo(state, closeTry(state, phase, atMs, 'let-go'), atMs), state.slot + 1, atMs);
}

function skip(state: SessionState, atMs: number): Step {
  const phase = state.phase;
  switch (phase.at) {
    case 'position':
      return goOn(withUndo(state, closeUnheld(state, phase, atMs, 'skipped'), atMs), state.slot + 1, atMs);
    case 'hold':
      return goOn(withUndo(state, closeTry(state, phase, atMs, 'skipped'), atMs), state.slot + 1, atMs);
    case 'linger':
      return letGo(state, atMs);
    case 'march':
    case 'paused':
      return goOn(withUndo(state, state, atMs), state.slot + 1, atMs);
    case 'ended':
      return [state, []];
    default:
      return assertNever(phase);
  }
}

function resume(state: SessionState, atMs: number): Step {
  if (state.phase.at !== 'paused') return [state, []];
  const slot = slotOf(state);
  const backMs = slot.kind === 'hold' ? slot.findS * 1000 : positionMs(slot);
  const next = { ...state, phase: position(atMs, backMs) };
  return [next, [PERSIST, CONFIRM, keepAwake(next)]];
}

function stop(state: SessionState, atMs: number): Step {
  const phase = state.phase;
  if (phase.at === 'ended') return [state, []];
  if (phase.at === 'hold') return toEnd(closeTry(state, phase, atMs, 'stopped'), 'stopped', atMs, [CONFIRM]);
  if (phase.at === 'linger') return toEnd(closeTry(state, phase, atMs, 'let-go'), 'stopped', atMs, [CONFIRM]);
  return toEnd(state, 'stopped', atMs, [CONFIRM]);
}

function undo(state: SessionState, atMs: number): Step {
  const back = state.undo;
  if (back === null || atMs > back.untilMs) return [state, []];
  const next: SessionState = {
    ...state,
    slot: back.slot,
    phase: back.phase,
    tries: state.tries.slice(0, back.tryCount),
    undo: null,
  };
  return [next, CONFIRMED];
}

/** After a touch the wearer knows that it goes on: the touch is confirmed, no move cue is played. */
function goOn(state: SessionState, index: number, atMs: number): Step {
  if (index >= state.plan.slots.length) return toEnd(state, 'done', atMs, [CONFIRM]);
  const next = goToSlot(state, index, atMs);
  return [next, [PERSIST, CONFIRM, keepAwake(next)]];
}

function withUndo(before: SessionState, after: SessionState, atMs: number): SessionState {
  return {
    ...after,
    undo: {
      untilMs: atMs + UNDO_MS,
      slot: before.slot,
      phase: before.phase,
      tryCount: before.tries.length,
    },
  };
}

function isLastSlot(state: SessionState): boolean {
  return state.slot + 1 >= state.plan.slots.length;
}
