import { describe, expect, it } from 'vitest';
import {
  addRecord,
  applyResult,
  backOffMs,
  canSendNow,
  type DeliveryState,
  emptyDeliveryState,
  hasRoom,
  LONGEST_WAIT_MS,
  MAX_UNDERWAY,
  markSending,
  msUntilNextTry,
  nextDueRecord,
  parseDeliveryState,
  retryAll,
  UNKNOWN_WAIT_MS,
  type UnderwayRecord,
} from '../../../utils/core/integrations/delivery-state.ts';
import { highestTaken } from '../../../utils/core/integrations/due-records.ts';
import type { SendResult } from '../../../utils/core/integrations/send-result.ts';
import { OTHER_WATCH, WATCH } from '../../support/stored-log.ts';

const NOW_MS = 1_000_000;

function only(state: DeliveryState): UnderwayRecord {
  const [record] = state.underway;
  if (record === undefined || state.underway.length !== 1) throw new Error('one record should be under way');
  return record;
}

const first = addRecord(emptyDeliveryState, WATCH, 1, NOW_MS);

/** The state after one attempt at the first record. */
function tried(result: SendResult): DeliveryState {
  return applyResult(markSending(first, only(first), NOW_MS), only(first), result, NOW_MS);
}

describe('a record on its way', () => {
  it('is shown as unknown even before its request leaves', () => {
    expect(only(markSending(first, only(first), NOW_MS))).toMatchObject({
      state: 'unknown',
      dueAtMs: NOW_MS + UNKNOWN_WAIT_MS,
    });
  });

  it('is removed and counted when it has arrived', () => {
    expect(tried({ kind: 'delivered' })).toMatchObject({ underway: [], delivered: 1 });
    expect(highestTaken(tried({ kind: 'delivered' }), WATCH)).toBe(1);
  });

  it.each<readonly [SendResult, Partial<UnderwayRecord>]>([
    [
      { kind: 'retry', why: 'x' },
      { state: 'pending', dueAtMs: NOW_MS + 60_000 },
    ],
    [
      { kind: 'not-yet', why: 'the date cannot be' },
      { state: 'failed', dueAtMs: NOW_MS + 86_400_000 },
    ],
    [
      { kind: 'unanswered', why: 'x' },
      { state: 'unknown', dueAtMs: NOW_MS + UNKNOWN_WAIT_MS },
    ],
    [
      { kind: 'refused', why: 'x' },
      { state: 'failed', why: 'x' },
    ],
    [
      { kind: 'conflict', why: 'x' },
      { state: 'pending', tries: 1, conflicts: 1, dueAtMs: NOW_MS + 60_000 },
    ],
    [
      { kind: 'blocked', why: 'x' },
      { state: 'pending', tries: 0 },
    ],
  ])('after %j is %j', (result, record) => {
    expect(only(tried(result))).toMatchObject(record);
  });

  it('stays unknown even if a later attempt certainly failed, because an earlier one may have arrived', () => {
    const unknown = tried({ kind: 'unanswered', why: 'x' });
    const again = applyResult(unknown, only(unknown), { kind: 'retry', why: 'y' }, NOW_MS);
    expect(only(again)).toMatchObject({ state: 'unknown', tries: 2, why: 'y' });
  });

  it('counts as delivered after the third 409, whatever happened before', () => {
    let state = tried({ kind: 'unanswered', why: 'x' });
    const results = (['unanswered', 'conflict', 'conflict', 'unanswered', 'conflict'] as const).map(
      (kind) => {
        state = applyResult(state, only(state), { kind, why: 'x' }, NOW_MS);
        return only(state).state;
      },
    );
    expect(results).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'failed']);
  });

  it('waits twice as long after each try, up to six hours', () => {
    expect([1, 2, 3, 9, 10, 60].map(backOffMs)).toEqual([
      60_000,
      120_000,
      240_000,
      256 * 60_000,
      LONGEST_WAIT_MS,
      LONGEST_WAIT_MS,
    ]);
  });

  it('is tried first if it has been due longest, and never after a refusal', () => {
    const two = addRecord(tried({ kind: 'refused', why: 'x' }), WATCH, 2, NOW_MS);
    const three = addRecord(two, WATCH, 3, NOW_MS - 5);
    expect(nextDueRecord(three, NOW_MS)?.seq).toBe(3);
    expect(nextDueRecord(two, NOW_MS - 1)).toBeNull();
  });
});

describe('an integration', () => {
  it('gets no request for as long as it asks', () => {
    const limited = tried({ kind: 'rate-limited', why: 'x', waitMs: 500 });
    expect(canSendNow(limited, NOW_MS + 499)).toBe(false);
    expect(canSendNow(limited, NOW_MS + 500)).toBe(true);
  });

  it('stops when the address or the key is wrong, until the wearer acts', () => {
    const blocked = tried({ kind: 'blocked', why: 'status 401' });
    expect(canSendNow(blocked, NOW_MS * 2)).toBe(false);
    expect(canSendNow(retryAll(blocked, NOW_MS), NOW_MS)).toBe(true);
  });

  it('retries failed records if the wearer wants it, and still waits for those that may have arrived', () => {
    expect(only(retryAll(tried({ kind: 'refused', why: 'x' }), NOW_MS))).toMatchObject({
      state: 'pending',
      dueAtMs: NOW_MS,
    });
    const unknown = tried({ kind: 'unanswered', why: 'x' });
    expect(retryAll(unknown, NOW_MS).underway).toEqual(unknown.underway);
  });

  it('handles at most fifty records at a time', () => {
    let state = emptyDeliveryState;
    for (let seq = 1; seq < MAX_UNDERWAY; seq++) state = addRecord(state, WATCH, seq, NOW_MS);
    expect(hasRoom(state)).toBe(true);
    expect(hasRoom(addRecord(state, WATCH, MAX_UNDERWAY, NOW_MS))).toBe(false);
  });
});

describe('the next try', () => {
  const pending = tried({ kind: 'retry', why: 'x' });

  it('comes when the record is due, and a minute from now at the earliest', () => {
    const unknown = tried({ kind: 'unanswered', why: 'x' });
    expect(msUntilNextTry(unknown, NOW_MS)).toBe(UNKNOWN_WAIT_MS);
    expect(msUntilNextTry(unknown, NOW_MS + UNKNOWN_WAIT_MS - 5)).toBe(60_000);
  });

  it('comes when the first of several is due', () => {
    const two = addRecord(tried({ kind: 'unanswered', why: 'x' }), WATCH, 2, NOW_MS + 120_000);
    expect(msUntilNextTry(two, NOW_MS)).toBe(120_000);
  });

  it('comes after a limit', () => {
    const limited = tried({ kind: 'rate-limited', why: 'x', waitMs: 900_000 });
    expect(msUntilNextTry(limited, NOW_MS)).toBe(900_000);
  });

  it.each([
    ['nothing is under way', emptyDeliveryState],
    ['the receiver has refused all', tried({ kind: 'refused', why: 'x' })],
    ['the address or the key is wrong', { ...pending, barredWhy: 'status 401' }],
  ])('is not known if %s', (_, state) => {
    expect(msUntilNextTry(state, NOW_MS)).toBeNull();
  });
});

describe('a record among others', () => {
  const two = addRecord(first, WATCH, 2, NOW_MS);
  const [one] = two.underway;
  if (one === undefined) throw new Error('two are under way');

  it('of another watch may have the same number', () => {
    const both = addRecord(first, OTHER_WATCH, 1, NOW_MS);
    const left = applyResult(both, only(first), { kind: 'delivered' }, NOW_MS).underway;
    expect(left.map(({ install }) => install)).toEqual([OTHER_WATCH]);
  });

  it('arrives alone', () => {
    expect(applyResult(two, one, { kind: 'delivered' }, NOW_MS).underway.map(({ seq }) => seq)).toEqual([2]);
  });

  it.each([
    ['failed', 0, 'x'],
    ['pending', 5, 'x'],
  ] as const)('takes no place from others if it is %s after %i tries', (state, tries, why) => {
    const aside = { ...one, state, tries, why };
    expect(hasRoom({ ...first, underway: Array.from({ length: MAX_UNDERWAY }, () => aside) })).toBe(true);
  });
});

describe('the stored state', () => {
  it('is read back as it was, and is empty if nothing is stored', () => {
    for (const state of [
      first,
      tried({ kind: 'unanswered', why: 'x' }),
      tried({ kind: 'refused', why: 'x' }),
    ])
      expect(parseDeliveryState(JSON.stringify(state))).toEqual(state);
    for (const none of [null, undefined, '']) expect(parseDeliveryState(none)).toEqual(emptyDeliveryState);
  });

  it.each(['{', '[]', '{"through":{}}', '{"through":{},"underway":[{}],"delivered":0}'])(
    'that reads %s counts as damaged, not as empty',
    (text) => {
      expect(parseDeliveryState(text)).toBeNull();
    },
  );

  it.each(['"x"', '-5', '9e15', '1.5', '4294967296', 'null', '[]'])(
    'that claims records up to %s as done is damaged, since none of them would be sent',
    (seq) => {
      expect(parseDeliveryState(`{"through":{"beef":${seq}},"underway":[],"delivered":0}`)).toBeNull();
    },
  );

  it.each([
    ['gaps', '{"beef":[[1,2]],"cafe":[[1]]}', null],
    ['gaps', '{"beef":[[1,"2"]]}', null],
    ['gaps', '{"beef":7}', null],
    ['gaps', '7', null],
    ['left', '"none"', {}],
    ['left', '{"beef":[[1,2]],"cafe":[[1,2,3]]}', {}],
  ])('whose %s are %s has none', (name, ranges, none) => {
    const text = `{"through":{},"underway":[],"delivered":0,"${name}":${ranges}}`;
    expect(parseDeliveryState(text)).toMatchObject({ [name]: none });
  });

  it('is damaged if one of several watches claims what cannot be', () => {
    expect(parseDeliveryState('{"through":{"beef":1,"cafe":-5},"underway":[],"delivered":0}')).toBeNull();
  });

  it('keeps its reason, its limit and its gaps', () => {
    const state = { ...emptyDeliveryState, barredWhy: 'x', restsUntilMs: 7, gaps: { beef: [[1, 2]] } };
    expect(parseDeliveryState(JSON.stringify(state))).toEqual(state);
  });

  it('has no limit if it has none that is a number', () => {
    const text = '{"through":{},"underway":[],"delivered":0,"restsUntilMs":"soon"}';
    expect(parseDeliveryState(text)?.restsUntilMs).toBe(0);
  });

  it('can have the highest number of a record, and a record under way needs a reason in words', () => {
    const stored = (why: string) =>
      `{"through":{"beef":4294967295},"underway":[{"install":1,"seq":1,"state":"failed","tries":1,"dueAtMs":0,"why":${why}}],"delivered":0}`;
    expect(
      [stored('"x"'), stored('7'), stored('null')].map((text) => parseDeliveryState(text) === null),
    ).toEqual([false, true, true]);
  });

  it.each(['"barredWhy":null', '"barredWhy":7', '"restsUntilMs":"soon"', '"restsUntilMs":1e400'])(
    'that has %s blocks nothing, since no reason would be known',
    (field) => {
      const state = parseDeliveryState(`{"through":{},"underway":[],"delivered":0,${field}}`);
      expect(state === null || (canSendNow(state, NOW_MS) && typeof state.barredWhy === 'string')).toBe(true);
    },
  );
});
