/** The summary's words about each side, and how long a session can be rated. */
import { expect, it } from 'vitest';
import { plainHold as hold, plainPlan } from '../../../tools/shared/plain-record.ts';
import type { HoldRecord } from '../../../utils/core/log/record.ts';
import { canBeRated, summaryView } from '../../../utils/core/view/summary-view.ts';
import { inLanguage } from '../../support/phrases.ts';
import { recordWith } from '../../support/records.ts';

const right = { ...hold, side: 'right' } as const;
const back = { ...hold, step: 'release-back' } as const;

/** The counts of a session of two spots a side, front and back. */
const countsOf = (holds: readonly HoldRecord[], beats = 0, lifts = 0): readonly string[] => {
  const planned = [plainPlan, { ...plainPlan, step: 'release-back' }];
  const { counts } = summaryView(recordWith({ planned, holds, beats }), { lifts });
  return counts.map((count) => inLanguage('en-US', count));
};

it.each<[string, readonly HoldRecord[], readonly string[]]>([
  ['all but one to the end', [hold, right, back], ['Left 2 of 2 spots', 'Right 1 of 2 spots']],
  [
    'one let go after its minimum, and one that did not ease',
    [
      { ...right, outcome: 'let-go', seconds: 64 },
      { ...hold, outcome: 'not-easing' },
    ],
    ['Left 0 of 2 spots', 'Right 1 of 2 spots', 'Not easing, moved on: 1'],
  ],
  [
    'a spot that was found at the second try',
    [{ ...hold, outcome: 'not-easing' }, hold],
    ['Left 1 of 2 spots', 'Right 0 of 2 spots'],
  ],
  ['a hold that was stopped', [{ ...hold, outcome: 'stopped' }], ['Left 0 of 2 spots', 'Right 0 of 2 spots']],
])('a session with %s is described in plain counts', (_what, holds, words) => {
  expect(countsOf(holds)).toEqual(words);
});

it('the lifts of the march are counted, out of the planned ones if these are known', () => {
  expect([countsOf([], 4)[2], countsOf([], 10, 10)[2]]).toEqual(['March 4', 'March 10 of 10']);
});

it('only one side is described if only one was planned', () => {
  const planned = [{ ...plainPlan, spots: [1, 0] as const }];
  const { counts } = summaryView(recordWith({ sides: ['left'], planned, holds: [hold] }));
  expect(counts.map((count) => inLanguage('en-US', count))).toEqual(['Left 1 of 1 spot']);
});

it('each side has its own plan, and one without a spot is not described', () => {
  const words = (spots: readonly [number, number]): readonly string[] => {
    const record = recordWith({ planned: [{ ...plainPlan, spots }], holds: [hold] });
    return summaryView(record).counts.map((count) => inLanguage('en-US', count));
  };
  expect(words([2, 3])).toEqual(['Left 1 of 2 spots', 'Right 0 of 3 spots']);
  expect(words([2, 0])).toEqual(['Left 1 of 2 spots']);
});

it.each([
  ['nothing planned', recordWith({ planned: [], holds: [] })],
  ['nothing done', recordWith({ holds: [] })],
  ['its holds skipped', recordWith({ holds: [{ ...hold, outcome: 'skipped', seconds: 0 }] })],
])('of a session with %s the summary only says that nothing is saved', (_what, record) => {
  const { counts, lines } = summaryView(record, { isHelperRefused: true });
  expect(counts.map((count) => inLanguage('en-US', count))).toEqual([
    'Nothing was timed, so nothing is saved. Start again any time.',
  ]);
  expect(lines).toEqual([]);
});

/** Monday 2026-11-23, 23:50 in a zone one hour ahead. */
const LATE_MS = Date.UTC(2026, 10, 23, 22, 50);
const MINUTE_MS = 60_000;

it.each([
  ['right after it', 9, 5, true],
  ['at 23:59', 9, 5, true],
  ['after midnight, where it ended before', 11, 5, true],
  ['at 03:59', 4 * 60 + 9, 5, true],
  ['at 04:00', 4 * 60 + 10, 5, false],
  ['after midnight, where it ended after', 21, 20, true],
  ['a day later', 25 * 60, 20, false],
  ['on the next day, where it ended after four', 5 * 60, 251, true],
])('a session can be rated %s: %i min after the start, lasting %i', (_when, laterMin, lastedMin, can) => {
  const record = recordWith({ startedAtMs: LATE_MS, zoneOffsetMin: 60, durationS: lastedMin * 60 });
  expect(canBeRated(record, LATE_MS + laterMin * MINUTE_MS, 60)).toBe(can);
});

it.each([
  ['after a journey east, while its day lasts by the clock of its start', 220, 540, true],
  ['after a journey, once its day is over by both clocks', 251, 540, false],
  ['after a journey west, while its day lasts by the clock there', 600, -480, true],
  ['after clocks were set by an hour, by the new clock alone', 220, 120, false],
])(
  'a session can be rated %s: %i min after the start, at %i min from UTC: %s',
  (_when, laterMin, zoneOffsetMin, can) => {
    const record = recordWith({ startedAtMs: LATE_MS, zoneOffsetMin: 60, durationS: 300 });
    expect(canBeRated(record, LATE_MS + laterMin * MINUTE_MS, zoneOffsetMin)).toBe(can);
  },
);
