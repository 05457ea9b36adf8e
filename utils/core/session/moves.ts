/**
 * The ways from one phase to the next, with the effects each brings. Decides nothing about time or touch: `tick.ts`,
 * `touch.ts` and `wake.ts` say when.
 */
import { type Cue, plainCue } from '../cue/vocabulary.ts';
import { type HoldSlot, moveAfter, type Plan, plannedSlotS } from '../routine/plan.ts';
import { AWAKE_MARGIN_MS, MARCH_LEAD_MS } from '../tuning.ts';
import type { Effect, Step } from './effect.ts';
import {
  beginSession,
  type Ending,
  type Hold,
  type Linger,
  type Outcome,
  type Paused,
  type PauseReason,
  type Position,
  positionMs,
  type SessionState,
  slotOf,
  type Try,
} from './state.ts';

export const PERSIST: Effect = { type: 'persist' };
export const CONFIRM: Effect = { type: 'confirm' };

export function play(cue: Cue, dueMs: number, atMs: number): Effect {
  return { type: 'play', cue, dueMs, lateMs: atMs - dueMs };
}

/** The first position, at once: "Start" means that it begins. */
export function startSession(plan: Plan, atMs: number, zoneOffsetMin: number): Step {
  const state = beginSession(plan, atMs, zoneOffsetMin);
  return [state, [PERSIST, CONFIRM, keepAwake(state)]];
}

/** The start cue, and the hold or march that it opens. Both begin at the cue, not at its due time: nobody holds what they have not felt begin. */
export function toWork(state: SessionState, position: Position, atMs: number): Step {
  const slot = slotOf(state);
  const phase =
    slot.kind === 'march'
      ? { at: 'march' as const, sinceMs: atMs, nextMs: atMs + MARCH_LEAD_MS }
      : {
          at: 'hold' as const,
          sinceMs: atMs,
          positionedS: wholeS(atMs - position.sinceMs),
          cursor: 0,
          lateMs: atMs - position.untilMs,
        };
  return [{ ...state, phase, undo: null }, [PERSIST, play(plainCue('start'), position.untilMs, atMs)]];
}

/** A position phase of `forMs` for the slot in hand. */
export function position(atMs: number, forMs: number): Position {
  return { at: 'position', sinceMs: atMs, untilMs: atMs + forMs };
}

/** On to the next slot, or to the end of the session where there is none. */
export function toNextSlot(
  state: SessionState,
  dueMs: number,
  atMs: number,
  before: readonly Effect[],
): Step {
  const to = moveAfter(state.plan, state.slot);
  if (to === null) return toEnd(state, 'done', atMs, [...before, play(plainCue('done'), dueMs, atMs)]);
  const next = goToSlot(state, state.slot + 1, atMs);
  return [next, [PERSIST, ...before, play({ name: 'move', to }, dueMs, atMs), keepAwake(next)]];
}

/** The state at the beginning of slot `index`'s position phase. */
export function goToSlot(state: SessionState, index: number, atMs: number): SessionState {
  return { ...state, slot: index, phase: position(atMs, positionMs(state.plan.slots[index])) };
}

/**
 * The session's end. The record is appended after the ended state is stored, so that a crash between them is seen
 * and mended at the next launch. A session in which nothing was guided leaves no record.
 */
export function toEnd(state: SessionState, how: Ending, atMs: number, felt: readonly Effect[]): Step {
  const keep: Effect = { type: isWorthKeeping(state) ? 'append' : 'forget' };
  return [
    { ...state, phase: { at: 'ended', atMs, how }, undo: null },
    [PERSIST, ...felt, keep, { type: 'release' }],
  ];
}

/** Something was guided: a try with its start cue, or a lift with its beat. */
export function isWorthKeeping(state: SessionState): boolean {
  return state.beats > 0 || state.tries.some((tried) => tried.seconds > 0);
}

export function toPaused(state: SessionState, why: PauseReason, atMs: number, felt: readonly Effect[]): Step {
  const phase: Paused = { at: 'paused', why, sinceMs: atMs, softs: 0 };
  return [{ ...state, phase, interruptions: state.interruptions + 1, undo: null }, [PERSIST, ...felt]];
}

/** The state with the try of this hold closed at `endMs`. */
export function closeTry(
  state: SessionState,
  work: Hold | Linger,
  endMs: number,
  outcome: Outcome,
): SessionState {
  const slot = slotOf(state);
  const elapsedMs = endMs - work.sinceMs;
  return {
    ...state,
    tries: [
      ...state.tries,
      {
        slot: state.slot,
        seconds: wholeS(elapsedMs),
        positionedS: work.positionedS,
        reached: slot.kind === 'hold' ? cuesReached(slot, elapsedMs) : 0,
        outcome,
        lateMs: work.lateMs,
      },
    ],
  };
}

/** The state with a try that never got as far as its start cue. */
export function closeUnheld(
  state: SessionState,
  from: Position,
  atMs: number,
  outcome: Outcome,
): SessionState {
  const unheld: Try = {
    slot: state.slot,
    seconds: 0,
    positionedS: wholeS(atMs - from.sinceMs),
    reached: 0,
    outcome,
    lateMs: 0,
  };
  return { ...state, tries: [...state.tries, unheld] };
}

/** Keeps the screen on for what is left of the plan and a margin; renewed per slot, so that a crash heals itself. */
export function keepAwake(state: SessionState): Effect {
  let leftS = 0;
  for (let at = state.slot; at < state.plan.slots.length; at++) {
    const slot = state.plan.slots[at];
    if (slot !== undefined) leftS += plannedSlotS(slot);
  }
  return { type: 'keep-awake', forMs: leftS * 1000 + AWAKE_MARGIN_MS };
}

export function wholeS(durationMs: number): number {
  return Math.max(0, Math.floor(durationMs / 1000));
}

function cuesReached(slot: HoldSlot, elapsedMs: number): number {
  let reached = 0;
  for (const mark of slot.cues) if (elapsedMs >= mark.atS * 1000) reached++;
  return reached;
}
