import { describe, expect, it } from 'vitest';
import { HELLO, PREFERENCES, PUSH } from '../../../utils/core/sync/message.ts';
import {
  ANSWER_LIMIT_MS,
  newOutbox,
  nextMessage,
  type OutboxState,
  onFailure,
  onHoldings,
  onPreferencesMerged,
  onSyncRequested,
  onTimer,
} from '../../../utils/core/sync/outbox.ts';
import type { Holdings } from '../../../utils/core/sync/watch-messages.ts';

const T = 1_767_600_000_000;
const EPOCH = 9;

/** What a phone says that has no preferences and has deleted nothing. */
const holdings = (through: number, epoch = EPOCH): Holdings => ({
  epoch,
  through,
  forgotten: 0,
  preferencesCrc: 0,
  lastSessionS: 0,
  lastStageCode: 0,
  throughCrc: 0,
});

type Step = (state: OutboxState) => OutboxState;

/** A message that was sent. */
interface Sent {
  readonly kind: number;
  readonly id: number;
}

interface Run {
  readonly state: OutboxState;
  /** What the last step sent; null if it sent nothing. */
  readonly sent: Sent | null;
}

function sentBetween(before: OutboxState, after: OutboxState): Sent | null {
  return after.nextId === before.nextId ? null : { kind: nextMessage(after), id: after.awaitedId };
}

function run(steps: readonly Step[], from: OutboxState = newOutbox(100)): Run {
  let state = from;
  let sent: Sent | null = null;
  for (const step of steps) {
    const next = step(state);
    sent = sentBetween(state, next);
    state = next;
  }
  return { state, sent };
}

const launch =
  (tail: number, atMs = T): Step =>
  (state) =>
    onSyncRequested(state, atMs, tail);
const tick =
  (atMs: number): Step =>
  (state) =>
    onTimer(state, atMs);
const fail =
  (atMs: number): Step =>
  (state) =>
    onFailure(state, atMs);
const answer =
  (through: number, atMs = T, epoch = EPOCH): Step =>
  (state) =>
    onHoldings(state, atMs, holdings(through, epoch), { tail: 0, preferencesDue: false, greetAgain: false });

describe('the outbox', () => {
  it('is silent until a sync is requested', () => {
    expect(run([tick(T), tick(T + 1e9)]).sent).toBeNull();
  });

  it('greets first, even with nothing to send', () => {
    expect(run([launch(0)]).sent).toEqual({ kind: HELLO, id: 100 });
  });

  it('pushes from the first record that the phone lacks', () => {
    const { state, sent } = run([launch(5), answer(2)]);
    expect(sent).toEqual({ kind: PUSH, id: 101 });
    expect(state.through + 1).toBe(3);
  });

  it('goes on until the phone holds all records, and then rests', () => {
    const { state, sent } = run([launch(5), answer(0), answer(3), answer(5)]);
    expect(sent).toBeNull();
    expect([state.awaitedId, state.timerAtMs]).toEqual([0, 0]);
  });

  it('sends the preferences after the records, and rests when they are merged', () => {
    const differs: Step = (state) =>
      onHoldings(state, T, holdings(1), { tail: 1, preferencesDue: true, greetAgain: false });
    const { state, sent } = run([launch(1), differs]);
    expect(sent).toEqual({ kind: PREFERENCES, id: 101 });
    const done = onPreferencesMerged(state, T);
    expect([done.awaitedId, done.timerAtMs]).toEqual([0, 0]);
  });

  it('has one message in flight', () => {
    const { state } = run([launch(5)]);
    const later = [tick(T + 1), launch(6, T + 2), tick(T + 3)];
    expect(run(later, state).state.nextId).toBe(state.nextId);
  });

  it('greets again when a record was appended', () => {
    const done = run([launch(1), answer(1)]).state;
    expect(run([launch(2)], done).sent).toEqual({ kind: HELLO, id: 101 });
  });

  it('awaits one answer, and none after it has come or timed out', () => {
    const { state } = run([launch(1)]);
    expect(state.awaitedId).toBe(100);
    expect(run([answer(1)], state).state.awaitedId).toBe(0);
    expect(run([tick(T + ANSWER_LIMIT_MS)], state).state.awaitedId).toBe(0);
  });

  it('never believes that the phone holds more records than exist', () => {
    expect(run([launch(3), answer(900)]).state.through).toBe(3);
  });

  it('sends everything again to another store', () => {
    const { state, sent } = run([launch(5), answer(2), answer(0, T, EPOCH + 1)]);
    expect(sent).toEqual({ kind: PUSH, id: 102 });
    expect(state.through).toBe(0);
  });

  it('waits if the same store accepts nothing of a push', () => {
    const { state, sent } = run([launch(5), answer(2), answer(2)]);
    expect(sent).toBeNull();
    expect(state.timerAtMs).toBe(T + 2_000);
  });

  it('goes on numbering its messages after 32 bits, and never with 0', () => {
    const { sent } = run([launch(2), answer(1)], newOutbox(0xffffffff));
    expect(sent).toEqual({ kind: PUSH, id: 1 });
  });
});

/** Lets `count` messages fail, and gives the waits between each failure and the next try. */
function waits(count: number, answerHello: boolean): readonly number[] {
  let atMs = T;
  const found: number[] = [];
  let state = onSyncRequested(newOutbox(1), atMs, 1);
  while (found.length < count) {
    if (answerHello && nextMessage(state) === HELLO) {
      state = answer(0, atMs)(state);
      continue;
    }
    atMs += ANSWER_LIMIT_MS;
    state = onTimer(state, atMs);
    const { timerAtMs } = state;
    expect(onTimer(state, timerAtMs - 1)).toBe(state);
    found.push(timerAtMs - atMs);
    atMs = timerAtMs;
    state = onTimer(state, atMs);
  }
  return found;
}

describe('back-off', () => {
  const GROWING = [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000];

  it('doubles up to a minute', () => {
    expect(waits(8, false)).toEqual(GROWING);
  });

  it('grows too if the phone greets back and then accepts nothing', () => {
    expect(waits(8, true)).toEqual(GROWING);
  });

  it('stays at a minute after a thousand failures', () => {
    expect(waits(1_100, false).at(-1)).toBe(60_000);
  });

  it('starts again from the beginning after progress', () => {
    const steps = [launch(3), fail(T), tick(T + 2_000), answer(0), answer(1), fail(T)];
    expect(run(steps).state.timerAtMs).toBe(T + 2_000);
  });

  it('starts again from the beginning with the next launch or record', () => {
    const { state } = run([launch(3), fail(T), tick(T + 2_000), fail(T + 2_000)]);
    const next = run([launch(4, T + 2_500)], state);
    expect(next.sent).toEqual({ kind: HELLO, id: 102 });
    expect(next.state.failures).toBe(0);
  });
});

describe('a wall clock that was set back by a day', () => {
  const DAY_MS = 86_400_000;

  it('does not make the outbox wait a day for an answer', () => {
    const { state } = run([launch(3)]);
    expect(onTimer(state, T - DAY_MS + ANSWER_LIMIT_MS).awaitedId).toBe(0);
  });

  it('does not make the outbox wait a day for its next try', () => {
    const { state } = run([launch(3), fail(T)]);
    expect(run([tick(T - DAY_MS)], state).sent).toEqual({ kind: HELLO, id: 101 });
  });
});
