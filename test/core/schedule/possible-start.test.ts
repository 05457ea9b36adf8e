/** Which dates of sessions can be, by a clock that may be wrong itself. */
import { expect, it } from 'vitest';
import { isPossibleNow, isPossibleStart } from '../../../utils/core/schedule/possible-start.ts';

const BEGAN_MS = Date.UTC(2024, 0, 1);
const NOW_MS = Date.UTC(2026, 10, 25);
const TEN_MIN_MS = 600_000;

it.each([
  ['in 1970', 0, false],
  ['before the app existed', BEGAN_MS - 1, false],
  ['when it began', BEGAN_MS, true],
  ['now', NOW_MS, true],
  ['ten minutes ahead', NOW_MS + TEN_MIN_MS, true],
  ['further ahead', NOW_MS + TEN_MIN_MS + 1, false],
])('a start %s: %s', (_, atMs, isPossible) => {
  expect(isPossibleStart(atMs, NOW_MS)).toBe(isPossible);
});

it('a clock before the app existed is wrong, and does not show what lies ahead', () => {
  expect([BEGAN_MS - 1, BEGAN_MS].map(isPossibleNow)).toEqual([false, true]);
  expect([NOW_MS, BEGAN_MS - 1].map((atMs) => isPossibleStart(atMs, 0))).toEqual([true, false]);
});
