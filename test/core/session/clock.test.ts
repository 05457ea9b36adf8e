/** The wall clock is set while a session runs: cues keep their true time, and are at most one tick late. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stepAwake } from '../../../utils/core/session/step.ts';
import { ALARM_GRACE_MS } from '../../../utils/core/tuning.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { runs } from '../../support/runs.ts';
import { nameOf, outcomes, startWalk } from './walk.ts';

interface Jump {
  /** True time since the start, ms. */
  readonly trueMs: number;
  readonly byMs: number;
}

interface TrueCue {
  readonly name: string;
  readonly trueMs: number;
}

/** The default session with ticks every `everyMs` of true time, under a wall clock that jumps. */
function walkedUnder(jumps: readonly Jump[], everyMs: number, announced: boolean) {
  const walk = startWalk(planWith());
  const cues: TrueCue[] = [];
  let offsetMs = 0;
  for (let trueMs = everyMs; walk.state().phase.at !== 'ended' && trueMs < 3_600_000; trueMs += everyMs) {
    const felt = walk.cues.length;
    const due = jumps.filter((jump) => jump.trueMs > trueMs - everyMs && jump.trueMs <= trueMs);
    for (const jump of due) {
      offsetMs += jump.byMs;
      if (announced) walk.happen('clock-jumped', START_MS + jump.trueMs + offsetMs);
    }
    walk.happen('ticked', START_MS + trueMs + offsetMs);
    for (const { cue } of walk.cues.slice(felt)) cues.push({ name: nameOf(cue), trueMs });
  }
  return { cues, state: walk.state() };
}

const TICK_MS = 250;
const exact = walkedUnder([], TICK_MS, false);

/** How much later each cue came than in a session whose clock was not set, ms. */
const delays = (cues: readonly TrueCue[]): readonly number[] =>
  cues.map((felt, at) => felt.trueMs - (exact.cues[at]?.trueMs ?? 0));

const DAY_MS = 86_400_000;
const anySecond = fc.integer({ min: 1, max: 515_000 });
const anyBackMs = fc.integer({ min: 1_000, max: DAY_MS }).map((byMs) => -byMs);

it.each([-1_000, -7_000, -60_000, -3_600_000, -DAY_MS])(
  'a clock that goes back by %i ms every fifth second makes no cue early, and none later than two ticks',
  (byMs) => {
    for (let trueMs = 1_100; trueMs < 516_000; trueMs += 5_000) {
      const { cues, state } = walkedUnder([{ trueMs, byMs }], TICK_MS, false);
      expect(cues.map((felt) => felt.name)).toEqual(exact.cues.map((felt) => felt.name));
      expect(Math.min(...delays(cues))).toBeGreaterThanOrEqual(0);
      expect(Math.max(...delays(cues))).toBeLessThanOrEqual(2 * TICK_MS);
      expect(outcomes(state)).toEqual(outcomes(exact.state));
      expect(state.clockJumps).toBe(1);
    }
  },
);

it.each([
  ['forward', 1],
  ['back', -1],
])('a clock that is set %s, with notice, makes no cue early, and none later than two ticks', (_way, sign) => {
  fc.assert(
    fc.property(anySecond, anyBackMs, (trueMs, backMs) => {
      const { cues, state } = walkedUnder([{ trueMs, byMs: -sign * backMs }], TICK_MS, true);
      expect(Math.min(...delays(cues))).toBeGreaterThanOrEqual(0);
      expect(Math.max(...delays(cues))).toBeLessThanOrEqual(2 * TICK_MS);
      expect(outcomes(state)).toEqual(outcomes(exact.state));
    }),
    { numRuns: runs(60) },
  );
});

it('many jumps back cost at most two ticks each', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anySecond, anyBackMs), { maxLength: 6 }), (pairs) => {
      const jumps = pairs.map(([trueMs, byMs]) => ({ trueMs, byMs }));
      const { cues } = walkedUnder(jumps, TICK_MS, false);
      expect(Math.min(...delays(cues))).toBeGreaterThanOrEqual(0);
      expect(Math.max(...delays(cues))).toBeLessThanOrEqual(2 * TICK_MS * Math.max(1, jumps.length));
    }),
    { numRuns: runs(40) },
  );
});

it('a touch after the clock went back counts at its true second', () => {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + 70_000, TICK_MS);
  walk.happen('not-easing', START_MS + 70_100 - 3_600_000);
  expect(outcomes(walk.state())).toEqual(['slot 0: not-easing 40 s']);
});

it('the state to which a touch can be undone moves with the clock', () => {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + 70_000, TICK_MS);
  walk.happen('skipped', START_MS + 70_000);
  walk.happen('clock-jumped', START_MS + 70_000 + DAY_MS);
  walk.happen('undone', START_MS + 74_000 + DAY_MS);
  expect(walk.state().phase).toMatchObject({ at: 'hold', sinceMs: START_MS + 30_000 + DAY_MS });
});

it('a clock that is set is stored at once, and the alarm moves with it', () => {
  const walk = startWalk(planWith());
  const wakeAtMs = START_MS + 500 + DAY_MS + 105_000 + ALARM_GRACE_MS;
  expect(walk.happen('clock-jumped', START_MS + 500 + DAY_MS)).toMatchObject([
    { type: 'persist' },
    { type: 'keep-awake', wakeAtMs },
  ]);
});

it('the session keeps its length, because its start moves with the clock', () => {
  const { state } = walkedUnder([{ trueMs: 200_000, byMs: DAY_MS }], TICK_MS, true);
  expect(state.phase.sinceMs - state.startedAtMs).toBeLessThanOrEqual(517_000 + 2 * TICK_MS);
});

it('a stall counts as no jump of the clock, and moves nothing', () => {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + 40_000, TICK_MS);
  const [state] = stepAwake(walk.state(), { type: 'ticked', atMs: START_MS + 55_000 });
  expect(state).toMatchObject({ clockJumps: 0, phase: { sinceMs: START_MS + 30_000 } });
});
