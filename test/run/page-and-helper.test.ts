/** The page and the helper over one storage and one clock: together they play each cue once, whichever of them is late or dead. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_CUES,
  type Fault,
  felt,
  LONGEST_STALL_MS,
  planned,
  SLOW,
  secondsTo,
  TICK_MS,
} from '../support/page-beside-helper.ts';
import { runs } from '../support/runs.ts';

const atMs = fc.integer({ min: 0, max: 560_000 });
const pageFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({
    kind: fc.constant('stall' as const),
    atMs,
    forMs: fc.integer({ min: 250, max: LONGEST_STALL_MS }),
  }),
  fc.record({ kind: fc.constant('dead' as const), atMs, forMs: fc.integer({ min: 250, max: 200_000 }) }),
);
const pageFaults = fc.array(pageFault, { maxLength: 10 });

describe('with a helper that lives, a page that stalls and dies at random', () => {
  it('each planned cue is felt once, in order', () => {
    fc.assert(
      fc.property(pageFaults, fc.double({ min: 1, max: SLOW, noNaN: true }), (faults, slowness) => {
        expect(planned(felt(faults, slowness))).toEqual(DEFAULT_CUES);
      }),
      { numRuns: runs(60) },
    );
  }, 60_000);

  it('no cue of a hold is early, counted from the start cue that was felt', () => {
    fc.assert(
      fc.property(pageFaults, (faults) => {
        const all = felt(faults);
        expect(Math.min(...secondsTo(all, /^check$/))).toBeGreaterThanOrEqual(30);
        expect(Math.min(...secondsTo(all, /^minimum$/))).toBeGreaterThanOrEqual(60);
        expect(Math.min(...secondsTo(all, /^move:/))).toBeGreaterThanOrEqual(75);
      }),
      { numRuns: runs(60) },
    );
  }, 60_000);

  it('no cue of a hold is later than the helper’s first one in the dark', () => {
    fc.assert(
      fc.property(pageFaults, (faults) => {
        const all = felt(faults);
        // The page died in a stall, so the limit is 6 s and what a slow timer adds.
        const latestS = LONGEST_STALL_MS / 1000 + 6.2;
        expect(Math.max(...secondsTo(all, /^minimum$/)) - 60).toBeLessThanOrEqual(latestS);
        expect(Math.max(...secondsTo(all, /^move:/)) - 75).toBeLessThanOrEqual(latestS);
      }),
      { numRuns: runs(60) },
    );
  }, 60_000);
});

describe('with a page that lives, a helper that is killed at random', () => {
  it('each planned cue is felt once, at its second', () => {
    const exact = felt([]);
    fc.assert(
      fc.property(atMs, (killedMs) => {
        expect(felt([{ kind: 'service', atMs: killedMs, forMs: 0 }])).toEqual(exact);
      }),
      { numRuns: runs(25) },
    );
  }, 60_000);
});

describe('with both alive, a clock that is set forward by seconds without notice', () => {
  it('costs no cue, and none is felt twice, whichever of them reads the clock first', () => {
    const forMs = fc.integer({ min: 1_500, max: 7_000 });
    const jump = fc.record({ kind: fc.constant('jump' as const), atMs, forMs });
    fc.assert(
      fc.property(jump, fc.double({ min: 1, max: SLOW, noNaN: true }), (fault, slowness) => {
        expect(planned(felt([fault], slowness))).toEqual(DEFAULT_CUES);
      }),
      { numRuns: runs(25) },
    );
  }, 60_000);

  it.each([16_000, 600_000])('by %i ms makes each cue that came due play once', (forMs) => {
    for (let offsetMs = 0; offsetMs < 1_250; offsetMs += 150) {
      const cues = planned(felt([{ kind: 'jump', atMs: 20_000 + offsetMs, forMs }]));
      expect(cues.slice(0, 2)).toEqual(['start', 'check']);
    }
  });
});

describe('after both were late, a clock that is set with notice', () => {
  it('costs no cue, none is felt twice, and none of a hold is early', () => {
    // Around the start cue of the second hold, which is due at 130 s.
    const faults = fc.record({
      stallMs: fc.integer({ min: 128_000, max: 131_000 }),
      forMs: fc.integer({ min: 1_500, max: LONGEST_STALL_MS }),
      // The page is back for a tick. If it heard of the clock first, it could not know how long it has stalled.
      afterMs: fc.integer({ min: 2 * TICK_MS, max: 4_000 }),
      byMs: fc.constantFrom(-3_600_000, -60_000, -1_000, 1_000, 60_000, 3_600_000),
    });
    fc.assert(
      fc.property(faults, ({ stallMs, forMs, afterMs, byMs }) => {
        const all = felt([
          { kind: 'stall', atMs: stallMs, forMs },
          { kind: 'told', atMs: stallMs + forMs + afterMs, forMs: byMs },
        ]);
        expect(planned(all)).toEqual(DEFAULT_CUES);
        expect(Math.min(...secondsTo(all, /^check$/))).toBeGreaterThanOrEqual(30);
        expect(Math.min(...secondsTo(all, /^minimum$/))).toBeGreaterThanOrEqual(60);
      }),
      { numRuns: runs(200) },
    );
  }, 60_000);
});

describe('a clock that is set with notice while the page’s timers stand still', () => {
  /** Around the start cue of the second hold, which is due at 130 s, and around the beats of the march. */
  const stalls = fc.record({
    stallMs: fc.oneof(fc.integer({ min: 126_000, max: 131_000 }), fc.integer({ min: 470_000, max: 505_000 })),
    toldAfterMs: fc.integer({ min: 250, max: 4_000 }),
    byMs: fc.constantFrom(-3_600_000, -60_000, -1_000, 1_000, 60_000, 3_600_000),
    slowness: fc.double({ min: 1, max: SLOW, noNaN: true }),
  });
  const stalled = (stallMs: number, toldAfterMs: number, restMs: number, byMs: number, slowness: number) =>
    felt(
      [
        { kind: 'stall', atMs: stallMs, forMs: toldAfterMs + restMs },
        { kind: 'told', atMs: stallMs + toldAfterMs, forMs: byMs },
      ],
      slowness,
    );

  it('costs no cue, none is felt twice, and none of a hold is early', () => {
    const restMs = fc.integer({ min: 0, max: 4_000 });
    fc.assert(
      fc.property(stalls, restMs, ({ stallMs, toldAfterMs, byMs, slowness }, wantedMs) => {
        const rest = Math.min(wantedMs, LONGEST_STALL_MS - toldAfterMs);
        const all = stalled(stallMs, toldAfterMs, rest, byMs, slowness);
        expect(planned(all)).toEqual(DEFAULT_CUES);
        expect(Math.min(...secondsTo(all, /^check$/))).toBeGreaterThanOrEqual(30);
        expect(Math.min(...secondsTo(all, /^minimum$/))).toBeGreaterThanOrEqual(60);
      }),
      { numRuns: runs(300) },
    );
  }, 60_000);
});

it('a page that never comes back leaves the rest of the session to the helper, up to the last cue', () => {
  expect(planned(felt([{ kind: 'dead', atMs: 1_000, forMs: 2_000_000 }]))).toEqual(DEFAULT_CUES);
});

it.each([0, 2_400, 2_600, 3_000, 4_000])(
  'a page that is back %i ms after the minimum was due, four transitions on, plays nothing twice',
  (afterMs) => {
    const alone = felt([{ kind: 'dead', atMs: 1_000, forMs: 2_000_000 }]);
    const minimum = alone.filter(({ cue }) => cue === 'minimum')[2];
    const forMs = (minimum?.atMs ?? 0) - 2_500 + afterMs - 1_000;
    expect(planned(felt([{ kind: 'dead', atMs: 1_000, forMs }]))).toEqual(DEFAULT_CUES);
  },
);
