/**
 * What a session knows: plain data, JSON in and out, absolute times in UTC ms. Owns the shape and questions about it;
 * never how it changes (`step.ts`).
 */
import { minimumS, type Plan, type Slot } from '../routine/plan.ts';
import type { CueMark } from '../routine/routine.ts';

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

/** A hold from its start cue to its move cue. Once its minimum is done it lingers. */
export interface Hold {
  readonly at: 'hold';
  /** When the start cue was played: what a minimum is counted from. */
  readonly sinceMs: number;
  /** When the move cue is due. */
  readonly untilMs: number;
  readonly positionedS: number;
  /** How many cues have been emitted or passed over: the slot's, then soft pulses. */
  readonly cursor: number;
  readonly lateMs: number;
}

export interface March {
  readonly at: 'march';
  readonly sinceMs: number;
  /** When the next lift's beat is due; after the last lift, when the session is done. */
  readonly untilMs: number;
}

/** `unguided`: a slot's end passed while nobody guided it, and the wearer is asked whether to go on. */
export type PauseReason = 'wearer' | 'call' | 'unguided';

export interface Paused {
  readonly at: 'paused';
  readonly why: PauseReason;
  readonly sinceMs: number;
  /** When the next soft pulse is due. */
  readonly untilMs: number;
}

/** `done`: walked to the end. `stopped`: by the wearer. `left`: alone for over 30 minutes. */
export type Ending = 'done' | 'stopped' | 'left';

export interface Ended {
  readonly at: 'ended';
  readonly sinceMs: number;
  readonly untilMs: number;
  readonly how: Ending;
}

export type SessionPhase = Position | Hold | March | Paused | Ended;

/** What the last touch can be taken back to, for a while. */
export interface Undo {
  readonly untilMs: number;
  readonly slot: number;
  readonly phase: SessionPhase;
  readonly tries: number;
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
  /** How often the wearer has left the page of the open session: the first time may be a slip. */
  readonly exits?: number;
}

/** The slot in hand. A plan is never empty and the index never leaves it. */
export function slotOf(state: SessionState): Slot {
  const slot = state.plan.slots[state.slot];
  if (slot === undefined) throw new Error('no slot');
  return slot;
}

/** The cues of the slot in hand; none in a march. */
export function cuesOf(state: SessionState): readonly CueMark[] {
  const slot = slotOf(state);
  return slot.kind === 'hold' ? slot.cues : [];
}

/** A hold whose minimum cue is behind it: it counts, and the wearer may let go or stay. */
export function lingers(state: SessionState): boolean {
  return state.phase.at === 'hold' && state.phase.cursor >= cuesOf(state).length;
}

/** The minimum of the hold in hand is over at `atMs`, whether its cue has been played or not. */
export function minimumOver(state: SessionState, atMs: number): boolean {
  return atMs - state.phase.sinceMs >= minimumS(cuesOf(state)) * 1000;
}

/** Something was guided: a try with its start cue, or a lift with its beat. */
export function isWorthKeeping(state: SessionState): boolean {
  return state.beats > 0 || state.tries.some((tried) => tried.seconds > 0);
}
