/**
 * The state of a session: plain data that survives JSON, with absolute times in UTC ms. This file has its shape, functions that
 * read it, and the types of a step; `step.ts` changes it.
 */
import type { Cue, CueStyle } from '../cue/vocabulary.ts';
import { minimumS, type Plan, type Slot } from '../routine/plan.ts';
import type { CueMark } from '../routine/routine.ts';

/** How a try ended. `guided-to-end` and `let-go` complete the slot's hold; the others do not. */
export type Outcome = 'guided-to-end' | 'let-go' | 'not-easing' | 'interrupted' | 'skipped' | 'stopped';

/** One timed attempt on a slot. */
export interface Try {
  /** Index in the plan. */
  readonly slot: number;
  /** Whole seconds guided, from the start cue. */
  readonly seconds: number;
  /** Whole seconds that the wearer took to get into place. */
  readonly positionedS: number;
  /** How many of the slot's cues came due before its end. */
  readonly reached: number;
  readonly outcome: Outcome;
  /** How late the latest of its cues was played, ms. */
  readonly lateMs: number;
}

interface Phase<Name extends string> {
  readonly at: Name;
  /** When it began, UTC ms: the time at which its start cue was played. All cues of a hold count from here. */
  readonly sinceMs: number;
  /**
   * When the next event comes without a touch, UTC ms: the start cue of a position, the move cue of a hold, the next beat of a
   * march (after the last lift, its end), the next reminder of a pause.
   */
  readonly untilMs: number;
}

export type Position = Phase<'position'>;

/** A hold, from its start cue to its move cue. After its minimum cue it lingers. */
export interface Hold extends Phase<'hold'>, Pick<Try, 'positionedS' | 'lateMs'> {
  /** How many cues have been played or skipped: first the slot's own, then soft pulses. */
  readonly cursor: number;
  /** When a soft pulse last answered "stay longer", UTC ms. */
  readonly answeredMs?: number;
}

/** `unguided`: a slot's end passed while neither page nor helper ran, and the wearer is asked whether to go on. */
export type PauseReason = 'wearer' | 'call' | 'unguided';

export interface Paused extends Phase<'paused'> {
  readonly why: PauseReason;
  /** The slot that the wearer was on when the pause began, if the session continues with a later one. */
  readonly fromSlot?: number;
  /** The last time at which the session was guided, UTC ms, if that was before the pause began. */
  readonly guidedMs?: number;
}

/** `done`: the plan was completed. `stopped`: by the wearer. `left`: nobody guided the session for over 30 minutes. */
export type Ending = 'done' | 'stopped' | 'left';

export interface Ended extends Phase<'ended'> {
  readonly how: Ending;
  /** The last time at which the session was guided, UTC ms, if that was before it was closed. */
  readonly guidedMs?: number;
}

export type SessionPhase = Position | Hold | Phase<'march'> | Paused | Ended;

/** The state that undoing the last touch restores, possible until `untilMs`. */
export interface Undo {
  readonly untilMs: number;
  readonly slot: number;
  readonly phase: SessionPhase;
  /** The number of tries before the touch. */
  readonly tries: number;
}

export interface SessionState {
  readonly plan: Plan;
  readonly startedAtMs: number;
  /** Local time minus UTC at the start, minutes. Recorded for display; no rule depends on it. */
  readonly zoneOffsetMin: number;
  /** Index of the current slot. */
  readonly slot: number;
  readonly phase: SessionPhase;
  readonly tries: readonly Try[];
  /** Lifts whose beat was played, of all marches of the session. */
  readonly beats: number;
  /** The same lifts by slot. Absent before the first one, and in a session of a version that knew only one march. */
  readonly lifted?: Readonly<Record<number, number>>;
  /** The time of the latest event. */
  readonly seenMs: number;
  readonly interruptions: number;
  /** How many changes of the wall clock were compensated. */
  readonly clockJumps: number;
  /** Cues that were skipped because a later one was due as well. */
  readonly lostCues: number;
  readonly undo: Undo | null;
  /** When a touch was last undone, UTC ms. */
  readonly undoneMs?: number | undefined;
  /** How its cues are played. A session that version 0.1.0 started has no style. */
  readonly style?: CueStyle;
  /** How often the wearer has left the page of this session by the Home key. Absent means never. */
  readonly exits?: number;
}

/** How the session's cues are played. @param usual the wearer's choice, for a session that version 0.1.0 started */
export function styleOf({ style }: SessionState, usual: CueStyle): CueStyle {
  return style === undefined ? { ...usual, edition: 1 } : style;
}

/** The current slot. @throws Error if the plan has none, which a plan that was built here never does. */
export function slotOf(state: SessionState): Slot {
  const slot = state.plan.slots[state.slot];
  if (slot === undefined) throw new Error('no slot');
  return slot;
}

/** Lifts of the current march whose beat was played. */
export function liftsDone({ beats, lifted, slot }: SessionState): number {
  return lifted === undefined ? beats : lifted[slot] || 0;
}

/** The cues of the current slot; none in a march. */
export function cuesOf(state: SessionState): readonly CueMark[] {
  const slot = slotOf(state);
  return slot.kind === 'hold' ? slot.cues : [];
}

/** Whether a hold is past its minimum cue: it counts, and the wearer may let go or stay. */
export function lingers(state: SessionState): boolean {
  return state.phase.at === 'hold' && state.phase.cursor >= cuesOf(state).length;
}

/**
 * The end of the session in its current state, UTC ms. A pause that nobody has ended is not part of it, so the session has the
 * same length whether its page stayed open until the session was closed, came back later, or never.
 */
export function lastGuidedMs({ phase, seenMs }: SessionState): number {
  if (phase.at !== 'paused' && phase.at !== 'ended') return seenMs;
  return phase.guidedMs === undefined ? phase.sinceMs : phase.guidedMs;
}

/** Whether the minimum of the current hold is over at `atMs`, even if its cue has not been played yet. */
export function minimumOver(state: SessionState, atMs: number): boolean {
  return atMs - state.phase.sinceMs >= minimumS(cuesOf(state)) * 1000;
}

/** Whether anything was guided: a hold of at least a second, or a lift. Otherwise the session is not logged. `isGuided` asks the same of a record. */
export function hasGuided(state: SessionState): boolean {
  return state.beats > 0 || state.tries.some((tried) => tried.seconds > 0);
}

/** What a step asks its caller to do: commands as plain data, to be carried out in this order. */
export type Effect =
  /** Store the state that came with this effect. It always comes before any cue. */
  | { readonly type: 'persist' }
  /** Play `cue`, which was due at `dueMs` (UTC ms) and is `lateMs` late. */
  | { readonly type: 'play'; readonly cue: Cue; readonly dueMs: number; readonly lateMs: number }
  /** Let the wearer feel that a touch was accepted. */
  | { readonly type: 'confirm' }
  /** Keep the screen on for `forMs` from now, and let the alarm bring the page back at `wakeAtMs` (UTC ms). */
  | { readonly type: 'keep-awake'; readonly forMs: number; readonly wakeAtMs: number }
  /** Release the screen and cancel the alarm. */
  | { readonly type: 'release' };

/** The state after an event, with its effects. */
export type Transition = readonly [SessionState, readonly Effect[]];
