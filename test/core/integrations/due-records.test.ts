/** Records that an integration does not get, because the wearer wanted only the next ones. */
import { expect, it } from 'vitest';
import { emptyDeliveryState } from '../../../utils/core/integrations/delivery-state.ts';
import { leaveOut, leftOut, withEarlier } from '../../../utils/core/integrations/due-records.ts';

const WATCH = 0xbeef;

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
