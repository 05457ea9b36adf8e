/** The last seconds before a hold or a march: they are counted down for a wearer who wants it, and this never changes when it begins. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CueStyle } from '../../../utils/core/cue/vocabulary.ts';
import { isLeadInTick, leadInS } from '../../../utils/core/session/lead-in.ts';
import { anyPlan, planWith, START_MS } from '../../support/arbitraries.ts';
import { usualStyle } from '../../support/cue-style.ts';
import { runs } from '../../support/runs.ts';
import { startedLife, ticking } from '../../support/watch-life.ts';
import { startWalk } from './walk.ts';

const SEEN: CueStyle = { ...usualStyle, leadIn: 'seen' };
const FELT: CueStyle = { ...usualStyle, leadIn: 'felt' };
/** How long the first position of a new wearer lasts, ms. */
const BEGIN_MS = START_MS + 30_000;

it.each([
  [3_001, 0],
  [3_000, 3],
  [2_001, 3],
  [2_000, 2],
  [1_000, 1],
  [1, 1],
  [0, 0],
])('%d ms before the hold begins, the glass shows %d', (leftMs, seconds) => {
  expect(leadInS(startWalk(planWith(), SEEN).state(), BEGIN_MS - leftMs)).toBe(seconds);
});

it('nothing is counted down for a wearer who does not want it, nor in a hold', () => {
  expect(leadInS(startWalk(planWith()).state(), BEGIN_MS - 2_000)).toBe(0);
  const held = startWalk(planWith(), SEEN);
  held.tick(START_MS, BEGIN_MS, 250);
  expect(leadInS(held.state(), held.state().phase.untilMs - 1_000)).toBe(0);
});

it('every cue of every plan comes when it would come without a lead-in', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const [without, withIt] = [usualStyle, FELT].map((style) => {
        const walk = startWalk(plan, style);
        walk.tick(START_MS, START_MS + 1_800_000, 250);
        return walk.cues;
      });
      expect(withIt).toEqual(without);
    }),
    { numRuns: runs(20) },
  );
});

describe('the ticks', () => {
  it('are one a second: at three, two and one', () => {
    const state = startWalk(planWith(), FELT).state();
    const felt: number[] = [];
    for (let leftMs = 5_000; leftMs > 0; leftMs -= 250)
      if (isLeadInTick(state, BEGIN_MS - leftMs - 250, BEGIN_MS - leftMs)) felt.push(leftMs);
    expect(felt).toEqual([3_000, 2_000, 1_000]);
  });

  it('are not felt if the countdown is only shown', () => {
    const state = startWalk(planWith(), SEEN).state();
    expect(isLeadInTick(state, BEGIN_MS - 3_100, BEGIN_MS - 2_900)).toBe(false);
  });

  it('come from a running page, three for each position', () => {
    const life = ticking(startedLife({ style: FELT }), 29_750);
    expect([life.haptics.ticks, life.haptics.played.length]).toEqual([3, 0]);
  });

  it('are two after "ready", whose own confirmation replaces the first', () => {
    const life = ticking(startedLife({ style: FELT }), 10_000);
    life.runner.send({ type: 'ready' });
    ticking(life, 2_750);
    expect([life.haptics.ticks, life.haptics.confirmed]).toEqual([2, 2]);
  });

  it('do not come during a call', () => {
    const life = ticking(startedLife({ style: FELT }), 26_000);
    life.runner.interrupt('call');
    expect(ticking(life, 3_750).haptics.ticks).toBe(0);
  });
});
