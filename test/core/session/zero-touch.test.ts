/** A session that nobody touches after Start. The spacing of ticks may change only how late its cues are. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minimumS } from '../../../utils/core/routine/plan.ts';
import { anyPlan, anyTickGapMs, planWith, START_MS } from '../../support/arbitraries.ts';
import { runs } from '../../support/runs.ts';
import { type FeltCue, nameOf, outcomes, score, startWalk, type Walk } from './walk.ts';

const LONGEST_MS = 60 * 60_000;

/** The session of `plan`, played to its end with the gaps between ticks from `gapsMs`, in turn. */
function walked(plan: Parameters<typeof startWalk>[0], gapsMs: readonly number[]): Walk {
  const walk = startWalk(plan);
  let atMs = START_MS;
  for (let turn = 0; walk.state().phase.at !== 'ended' && atMs < START_MS + LONGEST_MS; turn++) {
    atMs += gapsMs[turn % gapsMs.length] ?? 250;
    walk.happen('ticked', atMs);
  }
  return walk;
}

const namesOf = (walk: Walk): readonly string[] =>
  walk.cues
    .map(({ cue, slot }) => `${nameOf(cue)} in slot ${slot}`)
    .filter((name) => !name.startsWith('soft'));

it('the default session runs to its end, with each cue at its second', () => {
  const walk = walked(planWith(), [50]);
  const beats = Array.from({ length: 10 }, (_, at) => `beat ${475 + 4 * at}`);
  expect(score(walk.cues)).toEqual([
    ...['start 30', 'check 60', 'minimum 90', 'move side 105'],
    ...['start 130', 'check 160', 'minimum 190', 'move step 205'],
    ...['start 235', 'check 265', 'minimum 295', 'move side 310'],
    ...['start 335', 'check 365', 'minimum 395', 'move step 410'],
    ...['start 470', ...beats, 'done 517'],
  ]);
});

it('the default session has four holds of 75 s that were guided to their end, and ten lifts', () => {
  const state = walked(planWith(), [250]).state();
  expect(outcomes(state)).toEqual([0, 1, 2, 3].map((slot) => `slot ${slot}: guided-to-end 75 s`));
  expect(state.beats).toBe(10);
  expect(state.phase).toMatchObject({ at: 'ended', how: 'done' });
});

it('a hold with the hook is pressed at 30 s, checked at 60, and has its minimum at 90', () => {
  const walk = walked(planWith({ kit: 'hook', sides: ['left'], band: false }), [50]);
  expect(score(walk.cues).slice(0, 5)).toEqual([
    'start 45',
    'press 75',
    'check 105',
    'minimum 135',
    'move step 150',
  ]);
});

it('without a band the last hold ends with the done cue', () => {
  const walk = walked(planWith({ band: false }), [250]);
  expect(score(walk.cues).at(-1)).toBe('done 410');
});

it('every cue is reached, and the seconds into place are logged', () => {
  const tries = walked(planWith(), [50]).state().tries;
  expect(tries.map((tried) => tried.reached)).toEqual([2, 2, 2, 2]);
  expect(tries.map((tried) => tried.positionedS)).toEqual([30, 25, 30, 25]);
  expect(tries.map((tried) => tried.lateMs)).toEqual([0, 0, 0, 0]);
});

it('any spacing of ticks up to 5 s gives the same holds, and the same cues in the same order', () => {
  fc.assert(
    fc.property(anyPlan, fc.array(anyTickGapMs, { minLength: 1, maxLength: 40 }), (plan, gapsMs) => {
      const exact = walked(plan, [1_000]);
      const other = walked(plan, gapsMs);
      expect(outcomes(other.state())).toEqual(outcomes(exact.state()));
      expect(other.state().beats).toBe(exact.state().beats);
      expect(namesOf(other)).toEqual(namesOf(exact));
      expect(other.state().lostCues).toBe(0);
    }),
    { numRuns: runs(60) },
  );
});

/** The cues of each hold, with seconds since its start cue. */
function holdsOf(cues: readonly FeltCue[]): readonly (readonly FeltCue[])[] {
  const holds: FeltCue[][] = [];
  for (const felt of cues) {
    if (felt.cue.name === 'start') holds.push([]);
    holds.at(-1)?.push(felt);
  }
  return holds;
}

it('counted from the felt start cue, no cue is early, and none is more than a tick late', () => {
  fc.assert(
    fc.property(anyPlan, anyTickGapMs, (plan, gapMs) => {
      for (const [start, ...cues] of holdsOf(walked(plan, [gapMs]).cues)) {
        const slot = plan.slots[start?.slot ?? -1];
        if (start === undefined || slot?.kind !== 'hold') continue;
        const endS = minimumS(slot.cues) + slot.lingerS;
        for (const { cue, atMs } of cues.filter((felt) => felt.cue.name !== 'soft')) {
          const dueS = slot.cues.find((mark) => mark.cue === cue.name)?.atS ?? endS;
          const lateMs = atMs - start.atMs - dueS * 1000;
          expect(lateMs).toBeGreaterThanOrEqual(0);
          expect(lateMs).toBeLessThan(gapMs);
        }
      }
    }),
    { numRuns: runs(60) },
  );
});

it('no two cues of a session except the beats of the march are felt less than 5 s apart', () => {
  fc.assert(
    fc.property(anyPlan, fc.array(anyTickGapMs, { minLength: 1, maxLength: 40 }), (plan, gapsMs) => {
      const cues = walked(plan, gapsMs).cues;
      const gaps = cues
        .slice(1)
        .map((felt, at) => (felt.cue.name === 'beat' ? 5_000 : felt.atMs - (cues[at]?.atMs ?? 0)));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000);
    }),
    { numRuns: runs(60) },
  );
});

it('repeated ticks change nothing', () => {
  const once = walked(planWith(), [250]);
  const twice = walked(planWith(), [250, 0, 0]);
  expect(twice.state()).toEqual(once.state());
  expect(twice.cues).toEqual(once.cues);
});

it('the screen stays on until it is requested again, however slow the ticks are', () => {
  fc.assert(
    fc.property(anyPlan, anyTickGapMs, (plan, gapMs) => {
      const walk = startWalk(plan);
      let awakeUntilMs = Number.POSITIVE_INFINITY;
      let leastLeftMs = awakeUntilMs;
      for (let atMs = START_MS + gapMs; walk.state().phase.at !== 'ended'; atMs += gapMs) {
        leastLeftMs = Math.min(leastLeftMs, awakeUntilMs - atMs);
        for (const effect of walk.happen('ticked', atMs)) {
          if (effect.type === 'keep-awake') awakeUntilMs = atMs + effect.forMs;
        }
      }
      expect(leastLeftMs).toBeGreaterThan(0);
    }),
    { numRuns: runs(30) },
  );
});

it('after a stall the latest cue is played once, and the cues before it count as missed, not as late', () => {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + 59_000, 250);
  walk.happen('ticked', START_MS + 92_500);
  expect(score(walk.cues)).toEqual(['start 30', 'minimum 92.5']);
  expect(walk.state()).toMatchObject({ lostCues: 1, phase: { at: 'hold', lateMs: 2_500 } });
});

it('a cue that the next one would follow within 5 s gives way to it', () => {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + 59_000, 250);
  walk.tick(START_MS + 86_000, START_MS + 91_000, 250);
  expect(score(walk.cues)).toEqual(['start 30', 'minimum 90']);
  expect(walk.state().lostCues).toBe(1);
});

it('a late minimum does not give way to a soft pulse, which is left out instead', () => {
  const walk = startWalk(planWith({ lingerS: 'until-say' }));
  walk.tick(START_MS, START_MS + 61_000, 250);
  walk.tick(START_MS + 117_000, START_MS + 151_000, 250);
  expect(score(walk.cues)).toEqual(['start 30', 'check 60', 'minimum 117.25', 'soft 150']);
  expect(walk.state().lostCues).toBe(0);
});

it('a stall over the end of a hold moves on with the move cue, and the next position has its whole time', () => {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + 100_000, 250);
  walk.tick(START_MS + 119_750, START_MS + 150_000, 250);
  expect(score(walk.cues)).toEqual(['start 30', 'check 60', 'minimum 90', 'move side 120', 'start 145']);
  expect(outcomes(walk.state())).toEqual(['slot 0: guided-to-end 75 s']);
});

it('a late start cue is the beginning of its hold', () => {
  const walk = startWalk(planWith());
  walk.tick(START_MS + 41_750, START_MS + 75_000, 250);
  expect(score(walk.cues)).toEqual(['start 42', 'check 72']);
});

it('a try says how late its latest cue was felt', () => {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + 59_000, 250);
  walk.tick(START_MS + 62_750, START_MS + 110_000, 250);
  expect(walk.state().tries.map((tried) => tried.lateMs)).toEqual([3_000]);
});
