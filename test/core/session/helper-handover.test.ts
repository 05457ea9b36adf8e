/** How long the helper leaves a cue to the page, and which report of it counts. */
import { describe, expect, it } from 'vitest';
import { asReported, helperPlaysAfterMs, lastPlayedMs } from '../../../utils/core/session/helper-handover.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { startWalk } from './walk.ts';

describe('the helper plays a cue', () => {
  it.each([
    ['with the screen dark 6 s after it was due', false, true, 6_000],
    ['and those after it 2.5 s after they were due', true, true, 2_500],
    ['with the screen lit 21 s after it was due', false, false, 21_000],
    ['with the screen lit again as late', true, false, 21_000],
  ])('%s', (_when, isAlone, isDark, afterMs) => {
    expect(helperPlaysAfterMs(isAlone, isDark)).toBe(afterMs);
  });
});

describe('a report', () => {
  const walk = startWalk(planWith());
  const stored = walk.stored();
  const DUE_MS = START_MS + 30_000;
  const toldMs = DUE_MS + 6_000 - stored.seenMs;

  it('lists each cue that was played, and says until when the helper lived', () => {
    const steps = [toldMs, 32_500];
    const here = asReported(stored, stored.seenMs, { ofMs: stored.seenMs, seenMs: DUE_MS + 40_000, steps });
    expect(here).toMatchObject({
      seenMs: DUE_MS + 40_000,
      phase: { at: 'hold', sinceMs: DUE_MS + 6_000, cursor: 1 },
    });
  });

  it('shows a clock that was set between two of them', () => {
    const steps = [toldMs, [-60_000], 32_500] as const;
    const here = asReported(stored, stored.seenMs, { ofMs: stored.seenMs, seenMs: DUE_MS, steps });
    expect(here).toMatchObject({ clockJumps: 1, phase: { sinceMs: DUE_MS - 54_000, cursor: 1 } });
  });

  it('on another session, or on none, does not count', () => {
    const report = { ofMs: stored.seenMs - 1, seenMs: DUE_MS, steps: [toldMs] };
    expect(asReported(stored, stored.seenMs, report)).toBe(stored);
    expect(asReported(stored, stored.seenMs, null)).toBe(stored);
  });
});

describe('the last cue that the helper played', () => {
  const at = (...steps: readonly (number | readonly [number])[]): number =>
    lastPlayedMs({ ofMs: START_MS, seenMs: START_MS + 90_000, steps });

  it('is the sum of the steps to it', () => {
    expect(at(36_000, 32_500)).toBe(START_MS + 68_500);
  });

  it('moves with a clock that was set after it, and counts from one that was set before it', () => {
    expect(at(36_000, [-60_000])).toBe(START_MS - 24_000);
    expect(at([3_600_000], 36_000)).toBe(START_MS + 3_636_000);
  });

  it('is none without a report', () => {
    expect(lastPlayedMs(null)).toBe(0);
  });
});
