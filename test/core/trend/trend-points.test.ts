import { expect, it } from 'vitest';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { median, trendPoints } from '../../../utils/core/trend/trend-points.ts';
import { ratedSession } from '../../support/stored-log.ts';

it('draws the newest sessions, oldest first', () => {
  const sessions = [3, 2, 1].map((seq) => ratedSession({ seq, contact: seq }));
  expect(trendPoints(sessions, 2).map((point) => point.contact)).toEqual([2, 3]);
});

it('tells soreness of each side apart', () => {
  const [point] = trendPoints([ratedSession({ contact: 6, contactLeft: 6, contactRight: 3 })], 1);
  expect(point).toMatchObject({ contact: 6, contactLeft: 6, contactRight: 3 });
});

it('gives each session the middle of its guided holds, and none where nothing was guided', () => {
  const [hold] = plainRecord.holds;
  if (hold === undefined) throw new Error('the plain record has holds');
  const holds = [0, 40, 75, 90].map((seconds) => ({ ...hold, seconds }));
  const some = ratedSession({ record: { ...plainRecord, holds } });
  const none = ratedSession({ record: { ...plainRecord, holds: [{ ...hold, seconds: 0 }] } });
  expect(trendPoints([some, none], 9).map((point) => point.holdS)).toEqual([null, 75]);
});

it.each([
  [[], null],
  [[7], 7],
  [[9, 1], 5],
  [[3, 9, 1], 3],
  [[10, 9, 1, 2], 5.5],
])('takes the middle of %j', (values, expected) => {
  expect(median(values)).toBe(expected);
});
