/** How far the ring of the session page is filled, and where it is marked. */
import { expect, it } from 'vitest';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { startWalk } from '../session/walk.ts';
import { seen, walkTo } from './viewed-walk.ts';

it.each([
  [0, 360],
  [15, 180],
  [22.5, 96],
  [45, 90],
  [90, 360],
  [97, 192],
  [97.5, 168],
  [104.5, 0],
])('%d s after Start the ring is filled to %i degrees', (atS, sweepDeg) => {
  expect(seen(walkTo(atS), atS).sweepDeg).toBe(sweepDeg);
});

it('the ring stands still during a lead-in', () => {
  const walk = startWalk(planWith(), { strength: 'normal', motor: 'pattern', leadIn: 'seen' });
  walk.tick(START_MS, START_MS + 27_000, 250);
  expect([26, 27, 28, 29.9].map((atS) => seen(walk, atS).sweepDeg)).toEqual([48, 48, 48, 48]);
});

it('in the march the ring goes round with the lifts', () => {
  expect([471, 475, 480, 511].map((atS) => seen(walkTo(atS), atS).sweepDeg)).toEqual([0, 36, 72, 360]);
});

it('the ring of a hold fills by the second up to its minimum', () => {
  expect(seen(walkTo(89), 89.9).sweepDeg).toBe(354);
});

it.each([
  ['ball', 45, [180, 360]],
  ['hook', 60, [120, 240, 360]],
] as const)('with the %s the ring is marked where the cues come', (kit, atS, marksDeg) => {
  expect(seen(walkTo(atS, { kit }), atS).marksDeg).toEqual(marksDeg);
});

it('outside of a hold the ring has no marks', () => {
  expect([10, 95, 480].map((atS) => seen(walkTo(atS), atS).marksDeg)).toEqual([[], [], []]);
});
