/** The summary's words about each side, and how long a session can be rated. */
import { expect, it } from 'vitest';
import { plainHold as hold } from '../../../tools/shared/plain-record.ts';
import type { HoldRecord } from '../../../utils/core/log/record.ts';
import { canBeRated, summaryView } from '../../../utils/core/view/summary-view.ts';
import { inLanguage } from '../../support/phrases.ts';
import { recordWith } from '../../support/records.ts';

const right = { ...hold, side: 'right' } as const;
const back = { ...hold, step: 'release-back' } as const;

const wordsOf = (holds: readonly HoldRecord[]): readonly string[] =>
  summaryView(recordWith({ holds })).sides.map(
    ([side, words]) =>
      `${inLanguage('en-US', side)}: ${words.map((word) => inLanguage('en-US', word)).join(', ')}`,
  );

it.each<[string, readonly HoldRecord[], readonly string[]]>([
  ['nothing', [], []],
  ['all to the end', [hold, right, back], ['Left: 2 held to the end', 'Right: 1 held to the end']],
  [
    'let go, and nothing ready',
    [
      { ...right, outcome: 'let-go', seconds: 64 },
      { ...hold, outcome: 'not-easing' },
    ],
    ['Left: no spot eased today, that is fine', 'Right: let go at 64 s'],
  ],
  [
    'one of two spots not ready',
    [hold, { ...back, outcome: 'not-easing' }],
    ['Left: 1 held to the end, 1 not easing'],
  ],
  [
    'a spot that was found at the second try',
    [{ ...hold, outcome: 'not-easing' }, hold],
    ['Left: 1 held to the end'],
  ],
  [
    'let go of two',
    [
      { ...hold, outcome: 'let-go', seconds: 64 },
      { ...back, outcome: 'let-go', seconds: 70 },
    ],
    ['Left: let go at 64, 70 s'],
  ],
  ['stopped in the middle', [{ ...hold, outcome: 'stopped' }], ['Left: 1 cut short']],
])('a session with %s is told side by side', (_what, holds, words) => {
  expect(wordsOf(holds)).toEqual(words);
});

/** Monday 2026-11-23, 23:50 in a zone one hour ahead. */
const LATE_MS = Date.UTC(2026, 10, 23, 22, 50);
const MINUTE_MS = 60_000;

it.each([
  ['right after it', 9, 5, true],
  ['at 23:59', 9, 5, true],
  ['after midnight, where it ended before', 11, 5, false],
  ['after midnight, where it ended after', 21, 20, true],
  ['a day later', 25 * 60, 20, false],
])('a session can be rated %s: %i min after the start, lasting %i', (_when, laterMin, lastedMin, can) => {
  const record = recordWith({ startedAtMs: LATE_MS, zoneOffsetMin: 60, durationS: lastedMin * 60 });
  expect(canBeRated(record, LATE_MS + laterMin * MINUTE_MS, 60)).toBe(can);
});
