import { expect, it } from 'vitest';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { findActivitiesRequest } from '../../../utils/core/integrations/intervals.ts';

it.each([
  // intervals.icu dates an activity by the zone of its athlete, where the date may differ from the watch's by a day either way.
  ['in the middle of a month', '2026-03-15T12:00:00Z', 0, '2026-03-14', '2026-03-16'],
  ['shortly before midnight of a month', '2026-01-31T23:30:00Z', 0, '2026-01-30', '2026-02-01'],
  ['on the next day of the watch', '2026-01-31T23:30:00Z', 60, '2026-01-31', '2026-02-02'],
  ['on the day before of the watch', '2026-03-01T02:00:00Z', -300, '2026-02-27', '2026-03-01'],
])(
  'a session %s is looked up on the days before and after it too',
  (_, start, zoneOffsetMin, oldest, newest) => {
    const record = { ...plainRecord, startedAtMs: Date.parse(start), zoneOffsetMin };
    const { url } = findActivitiesRequest({ install: 1, seq: 1, record }, 'https://i.example', 'key');
    expect(url).toBe(`https://i.example/api/v1/athlete/0/activities?oldest=${oldest}&newest=${newest}`);
  },
);
