/**
 * The watch's half of the sync: what to send next, and when. It is pure, and at most one message is in flight. Only the phone's
 * own answers say what the phone holds, so a lost, late or doubled answer only costs time.
 */
import { HELLO, PREFERENCES, PUSH } from './message.ts';
import type { Holdings } from './watch-messages.ts';

/** An answer that takes longer will not come. zml's own limit of 60 s is longer than the screen after a session stays open. */
export const ANSWER_LIMIT_MS = 8_000;
/** The kind of message if nothing is left to send. */
const NOTHING = 0;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

export interface OutboxState {
  /** The phone's store to which `through` belongs. */
  readonly epoch?: number;
  /** The phone holds every record up to this seq. */
  readonly through: number;
  /** The newest record on the watch. */
  readonly tail: number;
  /** Since the last launch, record or failure, the phone has said what it holds. */
  readonly isGreeted: boolean;
  /** The phone's preferences differ from the watch's. */
  readonly preferencesDue: boolean;
  /** The id of the message in flight; 0 for none. */
  readonly awaitedId: number;
  /** When to call `onTimer`, at the answer's time limit or for the next try, ms since 1970 UTC; 0 for never. */
  readonly timerAtMs: number;
  /** Failures in a row. */
  readonly failures: number;
  /** The id of the next message. If a step changes it, the caller sends `nextMessage` with `awaitedId`. */
  readonly nextId: number;
}

/** @param firstId random, at least 1, so that an answer to an earlier launch does not count for this one */
export function newOutbox(firstId: number): OutboxState {
  return {
    through: 0,
    tail: 0,
    isGreeted: false,
    preferencesDue: false,
    awaitedId: 0,
    timerAtMs: 0,
    failures: 0,
    nextId: firstId,
  };
}

/** The app has been launched, or a record was appended; `tail` is the newest record. */
export function onSyncRequested(state: OutboxState, atMs: number, tail: number): OutboxState {
  const next = { ...state, tail, isGreeted: false, failures: 0 };
  return state.awaitedId ? next : sendNext(next, atMs);
}

/** The time is `timerAtMs`, or the timer fired early. */
export function onTimer(state: OutboxState, atMs: number): OutboxState {
  const { awaitedId, timerAtMs } = state;
  if (!timerAtMs) return state;
  const waitMs = timerAtMs - atMs;
  // No timer is set further ahead than the longest wait. If it seems so, the wall clock was set back.
  if (waitMs > 0 && waitMs <= LONGEST_WAIT_MS) return state;
  return awaitedId ? onFailure(state, atMs) : sendNext(state, atMs);
}

/** The message could not be sent, or its answer did not come or could not be used. */
export function onFailure(state: OutboxState, atMs: number): OutboxState {
  const { failures } = state;
  const timerAtMs = atMs + Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
  return { ...state, awaitedId: 0, isGreeted: false, failures: failures + 1, timerAtMs };
}

/** The phone has merged the preferences. */
export function onPreferencesMerged(state: OutboxState, atMs: number): OutboxState {
  return sendNext({ ...state, preferencesDue: false }, atMs);
}

/** The effects of the phone's holdings on the watch. */
export interface HoldingsEffect {
  /** The newest record of the watch now; higher than before if numbers were reserved. */
  readonly tail: number;
  /** The phone's preferences differ from the watch's. */
  readonly preferencesDue: boolean;
  /** The watch has just forgotten what was deleted on the phone, and has to say so in another hello. */
  readonly greetAgain: boolean;
}

/** The awaited answer says what the phone holds. Holdings are always true, but only awaited ones may move `through`. */
export function onHoldings(
  state: OutboxState,
  atMs: number,
  holdings: Holdings,
  { tail: tailNow, preferencesDue, greetAgain }: HoldingsEffect,
): OutboxState {
  const { epoch } = holdings;
  const { isGreeted } = state;
  const tail = Math.max(state.tail, tailNow);
  const through = Math.min(holdings.through, tail);
  const isStuck = isGreeted && state.epoch === epoch && through <= state.through;
  if (isStuck) return onFailure(state, atMs);
  // An answered hello alone is no progress: while pushes keep failing, the waits between them grow.
  const failures = isGreeted || through === tail ? 0 : state.failures;
  return sendNext({ ...state, epoch, through, tail, isGreeted: !greetAgain, preferencesDue, failures }, atMs);
}

/** The kind of message to send next: `HELLO`, `PUSH` (from the record after `through` on), `PREFERENCES`, or 0 for nothing. */
export function nextMessage(state: OutboxState): number {
  if (!state.isGreeted) return HELLO;
  if (state.tail > state.through) return PUSH;
  return state.preferencesDue ? PREFERENCES : NOTHING;
}

/** Sends the next message if there is one; nothing is in flight. */
function sendNext(state: OutboxState, atMs: number): OutboxState {
  if (nextMessage(state) === NOTHING) return { ...state, awaitedId: 0, timerAtMs: 0 };
  const { nextId } = state;
  return {
    ...state,
    awaitedId: nextId,
    timerAtMs: atMs + ANSWER_LIMIT_MS,
    // 32 bits; 0 stands for no message.
    nextId: (nextId + 1) >>> 0 || 1,
  };
}
