/** How long the helper leaves a cue to the page, and which report of it counts. */
import { describe, expect, it } from 'vitest';
import { asReported, helperPlaysAfterMs } from '../../../utils/core/session/helper-handover.ts';
import { planWith } from '../../support/arbitraries.ts';
import { startWalk } from './walk.ts';

describe('the helper plays a cue', () => {
  it.each([
    ['with the screen dark 6 s after it was due', false, true, 6_000],
    ['and those after it 2.5 s after they were due', true, true, 2_500],
    ['with the screen lit 16 s after it was due', false, false, 16_000],
    ['with the screen lit again as late', true, false, 16_000],
  ])('%s', (_when, isAlone, isDark, afterMs) => {
    expect(helperPlaysAfterMs(isAlone, isDark)).toBe(afterMs);
  });
});

describe('a report', () => {
  const stored = startWalk(planWith()).stored();
  const state = { ...stored, beats: 3 };

  it('on the stored session says how that has gone on', () => {
    expect(asReported(stored, stored.seenMs, { ofMs: stored.seenMs, state })).toBe(state);
  });

  it('on another session, or none, says nothing', () => {
    expect(asReported(stored, stored.seenMs, { ofMs: stored.seenMs - 1, state })).toBe(stored);
    expect(asReported(stored, stored.seenMs, null)).toBe(stored);
  });
});
