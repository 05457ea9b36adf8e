/**
 * What a session knows: plain data, JSON in and out, absolute times in UTC ms. Owns the shape and how it begins;
 * never how it changes (`step.ts`).
 */
import type { Plan, Slot } from '../routine/plan.ts';

/** How a try ended. `guided-to-end` and `let-go` make the slot's hold; the others are tries. */
export type Outcome = 'guided-to-end' | 'let-go' | 'not-easing' | 'interrupted' | 'skipped' | 'stopped';

/** One timed attempt on a slot. */
export interface Try {
  /** Index in the plan. */
  readonly slot: number;
  /** Whole seconds guided, from the start cue. */
  readonly seconds: number;
  /** Whole seconds that getting into place took. */
  readonly positionedS: number;
  /** How many of the slot's cues were reached. */
  readonly reached: number;
  readonly outcome: Outcome;
  /** How late the latest of its cues was played, ms. */
  readonly lateMs: number;
}

export interface Position {
  readonly at: 'position';
  readonly sinceMs: number;
  readonly untilMs: number;
}

export interface Hold {
  readonly at: 'hold';
  /** When the start cue was played: what a minimum is counted from. */
  readonly sinceMs: number;
  readonly positionedS: number;
  /** How many of the slot's cues have been emitted or passed over. */
  readonly cursor: number;
  readonly lateMs: number;
}

export interface Linger {
  readonly at: 'linger';
  /** The hold's start. */
  readonly sinceMs: number;
  readonly positionedS: number;
  readonly lateMs: number;
  readonly untilMs: number;
  /** Soft pulses emitted. */
  readonly softs: number;
}

export interface March {
  readonly at: 'march';
  readonly sinceMs: number;
  /** When the next lift's beat is due; after the last lift, when the session is done. */
  readonly nextMs: number;
}

/** `unguided`: a slot's end passed while nobody guided it, and the wearer is asked whether to go on. */
export type PauseReason = 'wearer' | 'call' | 'unguided';

export interface Paused {
  readonly at: 'paused';
  readonly why: PauseReason;
  readonly sinceMs: number;
  readonly softs: number;
}

/** `done`: walked to the end. `stopped`: by the wearer. `left`: alone for over 30 minutes. `outdated`: an update could not read on. */
export type Ending = 'done' | 'stopped' | 'left' | 'outdated';

export interface Ended {
  readonly at: 'ended';
  readonly atMs: number;
  readonly how: Ending;
}

export type SessionPhase = Position | Hold | Linger | March | Paused | Ended;

/** What the last touch can be taken back to, for a while. */
export interface Undo {
  readonly untilMs: number;
  readonly slot: number;
  readonly phase: SessionPhase;
  readonly tryCount: number;
}

export interface SessionState {
  readonly plan: Plan;
  readonly startedAtMs: number;
  /** Local time minus UTC at the start, minutes. For people; no rule reads it. */
  readonly zoneOffsetMin: number;
  /** Index of the slot in hand. */
  readonly slot: number;
  readonly phase: SessionPhase;
  readonly tries: readonly Try[];
  /** Lifts that got their beat. */
  readonly beats: number;
  /** The latest instant an event carried. */
  readonly seenMs: number;
  readonly interruptions: number;
  /** Clock changes that were taken out. */
  readonly clockJumps: number;
  /** Cues that were passed over because a later one was due. */
  readonly lostCues: number;
  readonly undo: Undo | null;
}

/** A session whose first position began at `atMs`. */
export function beginSession(plan: Plan, atMs: number, zoneOffsetMin: number): SessionState {
  return {
    plan,
    startedAtMs: atMs,
    zoneOffsetMin,
    slot: 0,
    phase: { at: 'position', sinceMs: atMs, untilMs: atMs + positionMs(plan.slots[0]) },
    tries: [],
    beats: 0,
    seenMs: atMs,
    interruptions: 0,
    clockJumps: 0,
    lostCues: 0,
    undo: null,
  };
}

export function positionMs(slot: Slot | undefined): number {
  return slot === undefined ? 0 : slot.positionS * 1000;
}

/** The slot in hand. A plan is never empty and the index never leaves it. */
export function slotOf(state: SessionState): Slot {
  const slot = state.plan.slots[state.slot];
  if (slot === undefined) throw new Error(`no slot ${state.slot} in the plan`);
  return slot;
}

/** Not-easing tries on the slot in hand; only they count against the cap. */
export function triesOnSlot(state: SessionState): number {
  let tries = 0;
  for (const tried of state.tries) {
    if (tried.slot === state.slot && tried.outcome === 'not-easing') tries++;
  }
  return tries;
}
