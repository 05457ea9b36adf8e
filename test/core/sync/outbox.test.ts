import { describe, expect, it } from 'vitest';
import {
  ANSWER_LIMIT_MS,
  newOutbox,
  nextTickMs,
  type OutboxEffect,
  type OutboxEvent,
  type OutboxState,
  pendingCount,
  stepOutbox,
} from '../../../utils/core/sync/outbox.ts';

const T = 1_767_600_000_000;
const EPOCH = 9;

interface Run {
  readonly state: OutboxState;
  /** Effects of the last event. */
  readonly effects: readonly OutboxEffect[];
}

function run(events: readonly OutboxEvent[], from: OutboxState = newOutbox(100)): Run {
  let state = from;
  let effects: readonly OutboxEffect[] = [];
  for (const event of events) [state, effects] = stepOutbox(state, event);
  return { state, effects };
}

const opened = (tail: number, atMs = T): OutboxEvent => ({ type: 'opened', atMs, tail });
const ticked = (atMs: number): OutboxEvent => ({ type: 'ticked', atMs });
const failed = (id: number, atMs: number): OutboxEvent => ({ type: 'failed', atMs, id });
const answered = (id: number, through: number, atMs = T, epoch = EPOCH): OutboxEvent => ({
  type: 'answered',
  atMs,
  holds: { id, epoch, through, forgotten: 0, config: 0, lastS: 0, lastPhase: 0 },
  tail: 0,
  configDue: false,
  greetAgain: false,
});

describe('the outbox', () => {
  it('is silent until it is opened', () => {
    expect(run([ticked(T), ticked(T + 1e9)]).effects).toEqual([]);
  });

  it('greets first, even with nothing to send', () => {
    expect(run([opened(0)]).effects).toEqual([{ type: 'hello', id: 100 }]);
  });

  it('pushes from the first record that the phone has not', () => {
    expect(run([opened(5), answered(100, 2)]).effects).toEqual([{ type: 'push', id: 101, from: 3 }]);
  });

  it('goes on until the phone holds all, and then rests', () => {
    const { state, effects } = run([opened(5), answered(100, 0), answered(101, 3), answered(102, 5)]);
    expect(effects).toEqual([]);
    expect([pendingCount(state), nextTickMs(state)]).toEqual([0, null]);
  });

  it('has one message in flight', () => {
    const { state } = run([opened(5)]);
    expect(run([ticked(T + 1), opened(6, T + 2), ticked(T + 3)], state).effects).toEqual([]);
  });

  it('greets anew when a record was appended', () => {
    const done = run([opened(1), answered(100, 1)]).state;
    expect(run([opened(2)], done).effects).toEqual([{ type: 'hello', id: 101 }]);
  });

  it.each([
    ['late', 99],
    ['from an earlier launch', 4_000_000_000],
  ])('is not moved by an answer that is %s', (_, id) => {
    const { state } = run([opened(5)]);
    expect(stepOutbox(state, answered(id, 5))).toEqual([state, []]);
  });

  it('is not moved by a doubled answer', () => {
    const { state } = run([opened(5), answered(100, 2)]);
    expect(stepOutbox(state, answered(100, 5))).toEqual([state, []]);
  });

  it('is not moved by the failure of a message that it has given up', () => {
    const { state } = run([opened(5), ticked(T + ANSWER_LIMIT_MS), ticked(T + ANSWER_LIMIT_MS + 2_000)]);
    expect(stepOutbox(state, failed(100, T + ANSWER_LIMIT_MS + 2_001))).toEqual([state, []]);
  });

  it('never believes that the phone holds more than there is', () => {
    expect(pendingCount(run([opened(3), answered(100, 900)]).state)).toBe(0);
    expect(run([opened(3), answered(100, 900)]).state.through).toBe(3);
  });

  it('sends everything again to a store that is another one', () => {
    const { effects } = run([opened(5), answered(100, 2), answered(101, 0, T, EPOCH + 1)]);
    expect(effects).toEqual([{ type: 'push', id: 102, from: 1 }]);
  });

  it('waits where the same store takes nothing of a push', () => {
    const { state, effects } = run([opened(5), answered(100, 2), answered(101, 2)]);
    expect(effects).toEqual([]);
    expect(nextTickMs(state)).toBe(T + 2_000);
  });

  it('numbers its messages on beyond 32 bits', () => {
    const { effects } = run([opened(2), answered(0xffffffff, 1)], newOutbox(0xffffffff));
    expect(effects).toEqual([{ type: 'push', id: 0, from: 2 }]);
  });
});

/** Lets every message fail until `count` have, and gives the waits between failure and next try. */
function waits(count: number, answerHello: boolean): { waits: readonly number[]; reopens: number } {
  let state = newOutbox(1);
  let effects: readonly OutboxEffect[];
  let atMs = T;
  let reopens = 0;
  const found: number[] = [];
  [state, effects] = stepOutbox(state, opened(1, atMs));
  while (found.length < count) {
    const sent = effects[effects.length - 1];
    if (answerHello && sent?.type === 'hello') {
      [state, effects] = stepOutbox(state, answered(sent.id, 0, atMs));
      continue;
    }
    atMs += ANSWER_LIMIT_MS;
    [state, effects] = stepOutbox(state, ticked(atMs));
    const nextMs = nextTickMs(state) ?? Number.NaN;
    expect(stepOutbox(state, ticked(nextMs - 1))[1]).toEqual([]);
    found.push(nextMs - atMs);
    atMs = nextMs;
    [state, effects] = stepOutbox(state, ticked(atMs));
    reopens += effects.filter((effect) => effect.type === 'reopen').length;
  }
  return { waits: found, reopens };
}

describe('back-off', () => {
  const GROWING = [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000];

  it('doubles up to a minute and opens the radio anew before each try after a failure', () => {
    expect(waits(8, false)).toEqual({ waits: GROWING, reopens: 8 });
  });

  it('grows as well where the phone greets back and then takes nothing', () => {
    expect(waits(8, true).waits).toEqual(GROWING);
  });

  it('stays at a minute after a thousand failures', () => {
    expect(waits(1_100, false).waits.at(-1)).toBe(60_000);
  });

  it('begins anew after progress', () => {
    const events = [
      opened(3),
      failed(100, T),
      ticked(T + 2_000),
      answered(101, 0),
      answered(102, 1),
      failed(103, T),
    ];
    expect(nextTickMs(run(events).state)).toBe(T + 2_000);
  });

  it('begins anew with the next launch or record', () => {
    const { state } = run([opened(3), failed(100, T), ticked(T + 2_000), failed(101, T + 2_000)]);
    expect(run([opened(4, T + 2_500)], state).effects).toEqual([{ type: 'hello', id: 102 }]);
  });
});

describe('a wall clock that was set back by a day', () => {
  const DAY_MS = 86_400_000;

  it('does not make the outbox wait a day for an answer', () => {
    const { state } = run([opened(3)]);
    const [next] = stepOutbox(state, ticked(T - DAY_MS + ANSWER_LIMIT_MS));
    expect(next.waiting).toBeNull();
  });

  it('does not make the outbox wait a day for its next try', () => {
    const { state } = run([opened(3), failed(100, T)]);
    expect(stepOutbox(state, ticked(T - DAY_MS))[1]).toContainEqual({ type: 'hello', id: 101 });
  });
});
