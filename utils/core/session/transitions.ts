/**
 * The transitions between phases, each with its effects. `tick.ts`, `wearer-events.ts` and `resume.ts` decide when a transition
 * happens.
 */
import type { Cue, CueStyle } from '../cue/vocabulary.ts';
import { type Plan, plannedSlotS } from '../routine/plan.ts';
import { ALARM_AHEAD_MS, ALARM_GRACE_MS, AWAKE_MARGIN_MS, PAUSE_REMINDER_MS } from '../tuning.ts';
import { slotEndMs } from './due.ts';
import {
  type Effect,
  type Ending,
  lastGuidedMs,
  type Outcome,
  type PauseReason,
  type SessionState,
  slotOf,
  type Transition,
} from './state.ts';

export const PERSIST: Effect = { type: 'persist' };
export const CONFIRM: Effect = { type: 'confirm' };
export const RELEASE: Effect = { type: 'release' };

/** A new session in the position phase of its first slot. */
export function startSession(plan: Plan, atMs: number, zoneOffsetMin: number, style: CueStyle): Transition {
  return toPosition(
    {
      plan,
      startedAtMs: atMs,
      zoneOffsetMin,
      slot: 0,
      phase: { at: 'position', sinceMs: atMs, untilMs: atMs },
      tries: [],
      beats: 0,
      seenMs: atMs,
      interruptions: 0,
      clockJumps: 0,
      lostCues: 0,
      undo: null,
      style,
    },
    0,
    atMs,
    [CONFIRM],
  );
}

/**
 * To the position phase of slot `index`, or to the end of the session if the plan has no such slot.
 *
 * @param felt what the wearer feels at the transition
 * @param forS seconds to get into place; the slot's own if left out
 */
export function toPosition(
  state: SessionState,
  index: number,
  atMs: number,
  felt: readonly Effect[],
  forS?: number,
): Transition {
  const slot = state.plan.slots[index];
  if (slot === undefined) return toEnd(state, 'done', atMs, felt);
  const untilMs = atMs + (forS === undefined ? slot.positionS : forS) * 1000;
  const next: SessionState = { ...state, slot: index, phase: { at: 'position', sinceMs: atMs, untilMs } };
  return [next, [PERSIST, ...felt, keepAwake(next)]];
}

/** To the end of the session. The record is made from the stored ended state, now or at the next launch, so a crash loses nothing. */
export function toEnd(state: SessionState, how: Ending, atMs: number, felt: readonly Effect[]): Transition {
  const left = how === 'left' ? { guidedMs: lastGuidedMs(state) } : {};
  return [
    { ...state, phase: { at: 'ended', sinceMs: atMs, untilMs: atMs, how, ...left }, undo: null },
    [PERSIST, ...felt, RELEASE],
  ];
}

/** The effect that plays a cue at once, in answer to a touch. */
export function playNow(cue: Cue, atMs: number): Effect {
  return { type: 'play', cue, dueMs: atMs, lateMs: 0 };
}

/** @param guidedMs the last instant at which the session was guided, UTC ms */
export function toPaused(
  state: SessionState,
  why: PauseReason,
  atMs: number,
  felt: readonly Effect[],
  guidedMs = atMs,
): Transition {
  const unguided = guidedMs < atMs ? { guidedMs } : {};
  const next: SessionState = {
    ...state,
    phase: { at: 'paused', why, sinceMs: atMs, untilMs: atMs + PAUSE_REMINDER_MS, ...unguided },
    interruptions: state.interruptions + 1,
    undo: null,
  };
  return [next, [PERSIST, ...felt, keepAwake(next)]];
}

/** The state with the current try closed at `endMs` (UTC ms). A position phase gives a try of 0 s; other phases have no try. */
export function closeTry(state: SessionState, endMs: number, outcome: Outcome): SessionState {
  const phase = state.phase;
  const slot = slotOf(state);
  if (slot.kind !== 'hold') return state;
  const holds = phase.at === 'hold';
  if (!holds && phase.at !== 'position') return state;
  const elapsedMs = holds ? Math.max(0, endMs - phase.sinceMs) : 0;
  const tried = {
    slot: state.slot,
    seconds: wholeS(elapsedMs),
    positionedS: holds ? phase.positionedS : wholeS(endMs - phase.sinceMs),
    reached: slot.cues.filter((mark) => elapsedMs >= mark.atS * 1000).length,
    outcome,
    lateMs: holds ? phase.lateMs : 0,
  };
  return { ...state, tries: [...state.tries, tried] };
}

/** Keeps the screen on for the current phase, the rest of the plan and a margin. Renewed with each slot. */
export function keepAwake(state: SessionState): Effect {
  const left = state.plan.slots.slice(state.slot);
  const leftS = left.reduce((sumS, slot) => sumS + plannedSlotS(slot), 0);
  const { sinceMs, untilMs } = state.phase;
  return {
    type: 'keep-awake',
    forMs: untilMs - sinceMs + leftS * 1000 + AWAKE_MARGIN_MS,
    wakeAtMs: wakeAtMs(state),
  };
}

/** When the alarm brings the page back, unless it is renewed before, UTC ms. */
export function wakeAtMs(state: SessionState): number {
  return Math.max(slotEndMs(state) + ALARM_GRACE_MS, state.seenMs + ALARM_AHEAD_MS);
}

export function wholeS(durationMs: number): number {
  return Math.floor(durationMs / 1000);
}
