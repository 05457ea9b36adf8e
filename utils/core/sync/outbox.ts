/**
 * The watch's end of the sync: what to say next and when. Pure, one message in flight. What the phone holds is only
 * ever taken from its own statement; a lost, late or doubled answer costs time and nothing else.
 */
import { patch } from '../base/patch.ts';
import type { Holds } from './questions.ts';

/** No answer within this means that it will not come: zml's own limit of 60 s is longer than a session's end screen. */
export const ANSWER_LIMIT_MS = 8_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

export interface OutboxState {
  /** The phone's store that `through` speaks of; null: never heard of one. */
  readonly epoch: number | null;
  /** The phone holds every record up to here. */
  readonly through: number;
  /** The newest record on the watch. */
  readonly tail: number;
  /** The phone has said since this launch what it holds. */
  readonly greeted: boolean;
  /** The phone's choices differ from the watch's. */
  readonly configDue: boolean;
  readonly waiting: { readonly id: number; readonly untilMs: number } | null;
  /** Not before; null: nothing to do. */
  readonly nextMs: number | null;
  readonly failures: number;
  readonly nextId: number;
}

export type OutboxEvent =
  /** The app has been launched, or a record was appended: `tail` is the newest. */
  | { readonly type: 'opened'; readonly atMs: number; readonly tail: number }
  | {
      readonly type: 'answered';
      readonly atMs: number;
      readonly holds: Holds;
      /** After what the statement brought about: numbers reserved, records forgotten. */
      readonly tail: number;
      readonly configDue: boolean;
      /** The watch has just forgotten what the phone told it to, and says so in a new greeting. */
      readonly greetAgain: boolean;
    }
  /** The phone has merged the choices. */
  | { readonly type: 'configured'; readonly atMs: number; readonly id: number }
  /** The message could not be sent, or the answer was no statement. */
  | { readonly type: 'failed'; readonly atMs: number; readonly id: number }
  | { readonly type: 'ticked'; readonly atMs: number };

export type OutboxEffect =
  | { readonly type: 'hello'; readonly id: number }
  | { readonly type: 'push'; readonly id: number; readonly from: number }
  | { readonly type: 'config'; readonly id: number }
  | { readonly type: 'reopen' };

export type OutboxStep = readonly [OutboxState, readonly OutboxEffect[]];

/** @param firstId random, so that an answer to an earlier launch is not taken for one to this. */
export function newOutbox(firstId: number): OutboxState {
  return {
    epoch: null,
    through: 0,
    tail: 0,
    greeted: false,
    configDue: false,
    waiting: null,
    nextMs: null,
    failures: 0,
    nextId: firstId,
  };
}

export function stepOutbox(state: OutboxState, event: OutboxEvent): OutboxStep {
  const { atMs } = event;
  switch (event.type) {
    case 'opened':
      return send(patch(state, { tail: event.tail, greeted: false, failures: 0, nextMs: atMs }), atMs);
    case 'answered':
      return answered(state, event);
    case 'configured':
      return isAwaited(state, event.id)
        ? send(patch(state, { waiting: null, configDue: false, nextMs: atMs }), atMs)
        : [state, []];
    case 'failed':
      return isAwaited(state, event.id) ? failed(state, atMs) : [state, []];
    case 'ticked':
      return state.waiting !== null && !isAhead(state.waiting.untilMs, atMs)
        ? failed(state, atMs)
        : send(state, atMs);
  }
}

/** `id` is the one whose answer is awaited. */
export function isAwaited(state: OutboxState, id: number): boolean {
  return state.waiting !== null && state.waiting.id === id;
}

/** Records that the phone is not known to hold. */
export function pendingCount(state: OutboxState): number {
  return Math.max(0, state.tail - state.through);
}

/** When `ticked` is needed next, or null. */
export function nextTickMs(state: OutboxState): number | null {
  return state.waiting !== null ? state.waiting.untilMs : state.nextMs;
}

function send(state: OutboxState, atMs: number): OutboxStep {
  const { nextId: id, greeted, configDue } = state;
  const pending = pendingCount(state) > 0;
  if (state.waiting !== null || state.nextMs === null || isAhead(state.nextMs, atMs)) return [state, []];
  if (greeted && !pending && !configDue) return [patch(state, { nextMs: null }), []];
  const next = patch(state, {
    waiting: { id, untilMs: atMs + ANSWER_LIMIT_MS },
    nextId: (id + 1) >>> 0,
  });
  // What has failed may have broken the transport: a try after it opens it anew, else a link that is back would go unseen.
  if (!greeted)
    return [next, state.failures > 0 ? [{ type: 'reopen' }, { type: 'hello', id }] : [{ type: 'hello', id }]];
  return [next, [pending ? { type: 'push', id, from: state.through + 1 } : { type: 'config', id }]];
}

/** A statement of fact is true whenever it comes, but only the awaited one moves the watermark. */
function answered(state: OutboxState, event: OutboxEvent & { readonly type: 'answered' }): OutboxStep {
  const { atMs, holds, configDue, greetAgain } = event;
  const tail = Math.max(state.tail, event.tail);
  if (!isAwaited(state, holds.id)) return [state, []];
  const through = Math.min(holds.through, tail);
  const stuck = state.greeted && state.epoch === holds.epoch && through <= state.through;
  if (stuck) return failed(state, atMs);
  // A greeting alone is no progress: where pushes keep failing, the waits between them grow.
  const failures = state.greeted || through === tail ? 0 : state.failures;
  return send(
    patch(state, {
      epoch: holds.epoch,
      through,
      tail,
      greeted: !greetAgain,
      configDue,
      waiting: null,
      failures,
      nextMs: atMs,
    }),
    atMs,
  );
}

/** Still to come. Nothing is ever planned further ahead than the longest wait: the wall clock was set back then. */
function isAhead(plannedMs: number, atMs: number): boolean {
  return plannedMs > atMs && plannedMs - atMs <= LONGEST_WAIT_MS;
}

function failed(state: OutboxState, atMs: number): OutboxStep {
  const failures = state.failures + 1;
  const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
  const next = patch(state, { waiting: null, greeted: false, failures, nextMs: atMs + waitMs });
  return [next, []];
}
