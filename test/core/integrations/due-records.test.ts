/** Which records an integration still has to get, and which it does not, because the wearer wanted only the next ones. */
import { describe, expect, it } from 'vitest';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { type DeliveryState, emptyDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import {
  gapsBetween,
  goneThrough,
  isAnyDue,
  isEarlier,
  leaveOut,
  leftOut,
  skipRecord,
  withEarlier,
} from '../../../utils/core/integrations/due-records.ts';

const WATCH = 0xbeef;
const OTHER_WATCH = 0xcafe;

function leaving(...seqs: readonly number[]) {
  return seqs.reduce((state, seq) => leaveOut(state, WATCH, seq), emptyDeliveryState);
}

it('take no more room the more they are, as long as they follow each other', () => {
  expect(leaving(1, 2, 3).left).toEqual({ beef: [[1, 3]] });
  expect(leaving(1, 2, 5, 6, 8).left).toEqual({
    beef: [
      [1, 2],
      [5, 6],
      [8, 8],
    ],
  });
});

it('are counted over all watches', () => {
  expect(leftOut(emptyDeliveryState)).toBe(0);
  expect(leftOut(leaveOut(leaving(1, 2, 5), 0xcafe, 9))).toBe(4);
});

it('are all due once the wearer wants them too', () => {
  const wanted = withEarlier(leaving(1, 2, 5));
  expect(leftOut(wanted)).toBe(0);
  expect(wanted.gaps?.beef?.flat()).toEqual(expect.arrayContaining([1, 2, 5]));
});

it('are due beside what was already missing', () => {
  const missing = goneThrough(leaving(1), WATCH, 3);
  expect(withEarlier(missing).gaps?.beef).toEqual([
    [2, 3],
    [1, 1],
  ]);
  expect(withEarlier(leaveOut(goneThrough(emptyDeliveryState, OTHER_WATCH, 2), WATCH, 1)).gaps?.cafe).toEqual(
    [[1, 2]],
  );
});

describe('records on the way to the newest', () => {
  /** The numbers from 1 to 9 that are due. */
  const due = (state: DeliveryState, install = WATCH): readonly number[] =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((seq) => isAnyDue(state, install, seq, seq));
  const passed = goneThrough(emptyDeliveryState, WATCH, 6);

  it('are all due if none has come', () => {
    expect(due(passed)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it.each([
    [1, [2, 3, 4, 5, 6, 7, 8, 9]],
    [4, [1, 2, 3, 5, 6, 7, 8, 9]],
    [6, [1, 2, 3, 4, 5, 7, 8, 9]],
  ])('are due except %i, which has been dealt with', (seq, left) => {
    expect(due(skipRecord(passed, WATCH, seq))).toEqual(left);
  });

  it('stay as they are if one before or after them has been dealt with', () => {
    const state = { ...emptyDeliveryState, through: { beef: 9 }, gaps: { beef: [[4, 6] as const] } };
    for (const seq of [2, 8]) expect(due(skipRecord(state, WATCH, seq))).toEqual([4, 5, 6]);
  });

  it('are due in a block that reaches beyond one of them, and not in one beside it', () => {
    const state = [1, 2, 4, 5, 6].reduce((all, seq) => skipRecord(all, WATCH, seq), passed);
    expect([
      isAnyDue(state, WATCH, 1, 6),
      isAnyDue(state, WATCH, 1, 2),
      isAnyDue(state, WATCH, 4, 6),
    ]).toEqual([true, false, false]);
  });

  it('of one watch say nothing about those of another', () => {
    const state = skipRecord(passed, OTHER_WATCH, 1);
    expect([due(state), due(state, OTHER_WATCH)]).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
      [2, 3, 4, 5, 6, 7, 8, 9],
    ]);
  });

  it('are those that the phone lacks, of an older state that did not note them', () => {
    const stored = { beef: [6, 2, 3, 9] };
    expect(gapsBetween({ beef: 6, cafe: 2 }, stored)).toEqual({
      beef: [
        [1, 1],
        [4, 5],
      ],
      cafe: [[1, 2]],
    });
  });
});

it('no record is an earlier one for a wearer who wants all', () => {
  expect(isEarlier(emptyDeliveryState, WATCH, 1, 0)).toBe(false);
});

describe('a wearer who wants only the next sessions', () => {
  const sinceMs = plainRecord.startedAtMs;
  const state = { ...emptyDeliveryState, nextOnly: { sinceMs, newest: { beef: 5 } } };

  it('gets those after the newest of a known watch, whatever their dates', () => {
    const earlier = [4, 5, 6].map((seq) => isEarlier(state, WATCH, seq, sinceMs + (5 - seq)));
    expect(earlier).toEqual([true, true, false]);
  });

  it('gets those of another watch from that time on, and those without a possible date', () => {
    const earlier = [sinceMs - 1, sinceMs, sinceMs + 1, 0, null].map((atMs) =>
      isEarlier(state, OTHER_WATCH, 1, atMs),
    );
    expect(earlier).toEqual([true, false, false, false, false]);
  });
});
