import { expect, it } from 'vitest';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { median, trendPoints } from '../../../utils/core/trend/trend-points.ts';
import { ratedSession } from '../../support/stored-log.ts';

it('the chart has the newest sessions, oldest first', () => {
  const sessions = [3, 2, 1].map((seq) => ratedSession({ seq, contact: seq }));
  expect(trendPoints(sessions, 2).map((point) => point.contact)).toEqual([2, 3]);
});

it('the chart has the soreness of each side', () => {
  const [point] = trendPoints([ratedSession({ contact: 6, contactLeft: 6, contactRight: 3 })], 1);
  expect(point).toMatchObject({ contact: 6, contactLeft: 6, contactRight: 3 });
});

it('each session has the median of its guided holds, or nothing if no hold was guided', () => {
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
])('the median of %j is found', (values, expected) => {
  expect(median(values)).toBe(expected);
});
