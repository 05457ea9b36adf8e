/** How much of the plan was done on a side. */
import { expect, it } from 'vitest';
import { plainHold, plainPlan, plainRecord } from '../../../tools/shared/plain-record.ts';
import { doneOfPlanned } from '../../../utils/core/export/done-of-planned.ts';
import type { HoldRecord } from '../../../utils/core/log/record.ts';

const done = (...holds: readonly HoldRecord[]) =>
  doneOfPlanned([{ ...plainRecord, planned: [{ ...plainPlan, spots: [2, 1] }], holds }], 'left');

it('spots count one by one, and a spot that was held twice counts once', () => {
  const second = { ...plainHold, spot: 2 };
  expect(done(plainHold, second)).toEqual({ done: 2, planned: 2 });
  expect(done(plainHold, plainHold)).toEqual({ done: 1, planned: 2 });
});

it('the same spot in another step counts too, but never more than was planned', () => {
  const back = { ...plainHold, step: 'release-back' };
  expect(done(plainHold, back)).toEqual({ done: 2, planned: 2 });
  expect(done(plainHold, back, { ...back, spot: 2 })).toEqual({ done: 2, planned: 2 });
});

it('holds of the other side, and those that were skipped, do not count', () => {
  const skipped = { ...plainHold, outcome: 'skipped' as const, seconds: 0 };
  expect(done({ ...plainHold, side: 'right' }, skipped)).toEqual({ done: 0, planned: 2 });
});

it('of a side that was not planned nothing counts', () => {
  const right = {
    ...plainRecord,
    sides: ['right'] as const,
    planned: [{ ...plainPlan, spots: [1, 0] as const }],
  };
  expect(doneOfPlanned([right], 'left')).toEqual({ done: 0, planned: 0 });
  expect(doneOfPlanned([right, plainRecord], 'right').planned).toBe(2);
});
