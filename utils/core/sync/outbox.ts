/**
 * The watch's end of the sync: what to say next and when. Pure, one message in flight. What the phone holds is only
 * ever taken from its own statement; a lost, late or doubled answer costs time and nothing else.
 */
import { CONFIG, HELLO, PUSH } from './message.ts';
import type { Holds } from './watch-messages.ts';

/** No answer within this means that it will not come: zml's own limit of 60 s is longer than a session's end screen. */
export const ANSWER_LIMIT_MS = 8_000;
/** Nothing is to be said. */
const SILENCE = 0;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

export interface OutboxState {
  /** The phone's store that `through` speaks of. */
  readonly epoch?: number;
  /** The phone holds every record up to here. */
  readonly through: number;
  /** The newest record on the watch. */
  readonly tail: number;
  /** The phone has said since this launch what it holds. */
  readonly greeted: boolean;
  /** The phone's choices differ from the watch's. */
  readonly configDue: boolean;
  /** The id of the message whose answer is awaited, 0 for none; whoever sees `nextId` move sends it. */
  readonly asked: number;
  /** When `ticked` is needed next: the answer's limit or the next try; 0: nothing to do. */
  readonly nextMs: number;
  readonly failures: number;
  readonly nextId: number;
}

/** @param firstId from 1 on, random, so that an answer to an earlier launch is not taken for one to this. */
export function newOutbox(firstId: number): OutboxState {
  return {
    through: 0,
    tail: 0,
    greeted: false,
    configDue: false,
    asked: 0,
    nextMs: 0,
    failures: 0,
    nextId: firstId,
  };
}

/** The app has been launched, or a record was appended: `tail` is the newest. */
export function opened(state: OutboxState, atMs: number, tail: number): OutboxState {
  const next = { ...state, tail, greeted: false, failures: 0 };
  return state.asked ? next : ask(next, atMs);
}

/** The time that was asked for has come. */
export function ticked(state: OutboxState, atMs: number): OutboxState {
  const { asked, nextMs } = state;
  // Nothing is ever planned further ahead than the longest wait: the wall clock was set back then.
  if (!nextMs || (nextMs > atMs && nextMs - atMs <= LONGEST_WAIT_MS)) return state;
  return asked ? failed(state, atMs) : ask(state, atMs);
}

/** The phone has merged the choices. */
export function configured(state: OutboxState, atMs: number): OutboxState {
  return ask({ ...state, configDue: false }, atMs);
}

/** The message could not be sent, or the answer was no statement. */
export function failed(state: OutboxState, atMs: number): OutboxState {
  const { failures } = state;
  const nextMs = atMs + Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
  return { ...state, asked: 0, greeted: false, failures: failures + 1, nextMs };
}

/**
 * A statement of fact is true whenever it comes, but only the awaited one moves the watermark.
 * @param tailNow after what the statement brought about: numbers reserved, records forgotten
 * @param configDue the phone's choices differ from the watch's
 * @param greetAgain the watch has just forgotten what the phone told it to, and says so in a new greeting
 */
export function answered(
  state: OutboxState,
  atMs: number,
  holds: Holds,
  tailNow: number,
  configDue: boolean,
  greetAgain: boolean,
): OutboxState {
  const [epoch, heldTo] = holds;
  const { greeted } = state;
  const tail = Math.max(state.tail, tailNow);
  const through = Math.min(heldTo, tail);
  const stuck = greeted && state.epoch === epoch && through <= state.through;
  if (stuck) return failed(state, atMs);
  // A greeting alone is no progress: where pushes keep failing, the waits between them grow.
  const failures = greeted || through === tail ? 0 : state.failures;
  return ask({ ...state, epoch, through, tail, greeted: !greetAgain, configDue, failures }, atMs);
}

/** What is to be said next, `HELLO`, `PUSH` from the first record above `through` on, or `CONFIG`; `SILENCE` where all is said. */
export function nextMessage(state: OutboxState): number {
  if (!state.greeted) return HELLO;
  if (state.tail > state.through) return PUSH;
  return state.configDue ? CONFIG : SILENCE;
}

/** Asks what is due next, if anything is; nothing is in flight. */
function ask(state: OutboxState, atMs: number): OutboxState {
  if (nextMessage(state) === SILENCE) return { ...state, asked: 0, nextMs: 0 };
  const asked = state.nextId;
  // Ids go on from the highest to 1: 0 means that nothing is asked.
  return { ...state, asked, nextMs: atMs + ANSWER_LIMIT_MS, nextId: (asked + 1) >>> 0 || 1 };
}
