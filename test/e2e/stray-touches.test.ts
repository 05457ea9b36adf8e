/**
 * Stray touches by skin, sleeves and floor on the packed session page: random taps, swipes, long presses, palms, single keys and small
 * turns of the crown during holds change nothing. The motor is the judge: every cue comes when it comes in an untouched session. A tap on a
 * menu that a long press has opened is a decision, not a stray touch, so none follows while it is open. FUZZ_SESSIONS says how many
 * sessions are played.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Verb, Watch } from 'zepp-watch-simulator';
import { MENU_MS } from '../../utils/core/tuning.ts';
import { launchedWatch, SESSION } from '../support/worn-watch.ts';

const SESSIONS = Number(process.env.FUZZ_SESSIONS ?? 8);
/** The first two holds: from their start cue to their move cue, s after Start, with a second to spare at both ends. */
const HOLDS_S = [
  [32, 103],
  [132, 203],
] as const;
const END_S = 206;

const touch = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('tap' as const), fc.nat(479), fc.nat(479)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('long-press' as const), fc.nat(479), fc.nat(479)) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('swipe' as const), fc.nat(3), fc.constant(0)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('palm' as const), fc.constant(0), fc.constant(0)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('key' as const), fc.nat(4), fc.constant(0)) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constant('crown' as const), fc.integer({ min: -30, max: 30 }), fc.constant(0)),
  },
);
type Touch = typeof touch extends fc.Arbitrary<infer T> ? T : never;

const DIRECTIONS = ['up', 'down', 'left', 'right'] as const;
const SINGLE_KEYS = ['back', 'select', 'up', 'down', 'shortcut'] as const;

function verbOf([kind, a, b]: Touch): Verb {
  if (kind === 'tap' || kind === 'long-press') return { verb: kind, x: a, y: b };
  if (kind === 'swipe') return { verb: 'swipe', direction: DIRECTIONS[a] ?? 'right' };
  if (kind === 'key') return { verb: 'key', key: SINGLE_KEYS[a] ?? 'back', action: 'click' };
  return kind === 'crown' ? { verb: 'crown', degrees: a } : { verb: 'palm' };
}

it(`stray touches change nothing, ${SESSIONS} sessions`, {
  timeout: Math.max(600_000, SESSIONS * 3_000),
}, async () => {
  async function cuesOf(
    script: (watch: Watch, startMs: number) => Promise<void>,
  ): Promise<readonly number[]> {
    const watch = await launchedWatch();
    const startMs = watch.sim.uptimeMs;
    await watch.tapText('Start');
    await script(watch, startMs);
    await watch.advance(Math.max(0, startMs + END_S * 1_000 - watch.sim.uptimeMs));
    expect(watch.sim.breaches).toEqual([]);
    expect(watch.sim.watch.page).toBe(SESSION);
    return watch.sim.pulses.filter(({ onMs, offMs }) => offMs - onMs > 100).map(({ onMs }) => onMs - startMs);
  }

  const untouched = await cuesOf(async () => {});
  // Start; check; minimum; move to the other side: 1 + 2 + 4 pulses a hold, and the moves'.
  expect(untouched.length).toBeGreaterThan(14);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(touch, fc.integer({ min: 200, max: 6_000 })), { minLength: 20, maxLength: 60 }),
      async (touches) => {
        const cues = await cuesOf(async (watch, startMs) => {
          let hold = 0;
          let noTapUntilMs = 0;
          for (const [given, gapMs] of touches) {
            await watch.advance(gapMs);
            const atS = (watch.sim.uptimeMs - startMs) / 1_000;
            while (atS > (HOLDS_S[hold]?.[1] ?? END_S) && hold < HOLDS_S.length) hold++;
            const [fromS, toS] = HOLDS_S[hold] ?? [END_S, END_S];
            if (atS < fromS || atS > toS) continue;
            if (given[0] === 'long-press') noTapUntilMs = watch.sim.uptimeMs + 1_000 + MENU_MS + 500;
            else if (given[0] === 'tap' && watch.sim.uptimeMs < noTapUntilMs) continue;
            await watch.perform(verbOf(given));
          }
        });
        // The change of page after Start may shift a cue by a tick.
        expect(cues.length).toBe(untouched.length);
        for (const [at, ms] of cues.entries())
          expect(Math.abs(ms - (untouched[at] ?? 0))).toBeLessThanOrEqual(250);
      },
    ),
    { numRuns: SESSIONS, seed: 20261123 },
  );
});
