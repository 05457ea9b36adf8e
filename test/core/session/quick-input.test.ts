/** What a turn of the crown or a double press of a key means at each moment, and when it is ignored. */
import { describe, expect, it } from 'vitest';
import { findRoutine } from '../../../utils/core/routine/find-routine.ts';
import { layOutPlan } from '../../../utils/core/routine/lay-out-plan.ts';
import type { AwakeEvent } from '../../../utils/core/session/event.ts';
import { quickInputOf } from '../../../utils/core/session/quick-input.ts';
import { planPreferencesWith, planWith, START_MS } from '../../support/arbitraries.ts';
import { startWalk, stepOf, type Walk } from './walk.ts';

/**
 * A session of a new wearer: the hold begins at 30 s, its minimum is at 90, the move to the other side at 105, the next hold at 130, and
 * the march at 470.
 */
function walkTo(atS: number): Walk {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + atS * 1_000, 250);
  return walk;
}

function quickInputAt(walk: Walk, atS: number): AwakeEvent {
  const type = quickInputOf(walk.state());
  const atMs = START_MS + atS * 1_000;
  return type === 'paused'
    ? { type, why: 'wearer', by: 'crown-or-key', atMs }
    : { type, by: 'crown-or-key', atMs };
}

const meaning = (walk: Walk, atS: number): string => {
  const input = quickInputAt(walk, atS);
  return stepOf(walk.state(), input)[1].length > 0 ? input.type : 'ignored';
};

it.each([
  ['just after Start', 1, 'ignored'],
  ['while getting into place', 10, 'more-time'],
  ['just before the hold', 28.5, 'ignored'],
  ['just after its start', 31, 'ignored'],
  ['in the hold', 60, 'not-easing'],
  ['2 s before the minimum', 87.75, 'not-easing'],
  ['exactly 2 s before the minimum', 88, 'not-easing'],
  ['just before the minimum', 88.5, 'ignored'],
  ['just after the minimum', 91.5, 'ignored'],
  ['2 s after the minimum', 92, 'stay'],
  ['just before the move', 103.5, 'ignored'],
  ['just after the move', 106, 'ignored'],
  ['2 s after the move', 107, 'more-time'],
  ['in the march', 480, 'paused'],
  ['just before a beat of the march', 482.5, 'paused'],
  ['just before the end', 516, 'ignored'],
  ['after the end', 518, 'ignored'],
])('%s (%d s) a quick input means: %s', (_when, atS, expected) => {
  expect(meaning(walkTo(atS), atS)).toBe(expected);
});

describe('in a hold that does not ask whether a spot eases', () => {
  const stretch = () => {
    const plan = layOutPlan(findRoutine('calf-and-hip-stretch'), planPreferencesWith());
    if (!plan.ok) throw new Error(plan.failure.what);
    const walk = startWalk(plan.value);
    walk.tick(START_MS, START_MS + 35_000, 250);
    return walk;
  };

  it('a quick input pauses, and does not mean "not easing"', () => {
    expect(meaning(stretch(), 35)).toBe('paused');
  });

  it('the try is noted as interrupted, and the same hold comes again', () => {
    const walk = stretch();
    walk.send(quickInputAt(walk, 35));
    expect(walk.state().tries.map(({ outcome }) => outcome)).toEqual(['interrupted']);
    expect(walk.state()).toMatchObject({ slot: 0, phase: { at: 'paused' } });
  });
});

describe('a second turn', () => {
  it.each([
    [61, 'ignored'],
    [63, 'more-time'],
  ])('at %d s, after a new spot at 60 s, does not undo it: %s', (atS, expected) => {
    const walk = walkTo(60);
    walk.happen('not-easing', START_MS + 60_000);
    expect(walk.state().undo).not.toBeNull();
    expect(meaning(walk, atS)).toBe(expected);
  });
});

it('a quick input ends a pause, but not before the wearer can have seen it', () => {
  const walk = walkTo(60);
  walk.send({ type: 'paused', why: 'wearer', atMs: START_MS + 60_000 });
  expect([61, 63].map((atS) => meaning(walk, atS))).toEqual(['ignored', 'resumed']);
});

it.each([0, 3_600_000])(
  'a quick input does not count soon after an undo, even if the clock is set by %i ms',
  (byMs) => {
    const walk = walkTo(60);
    walk.happen('not-easing', START_MS + 60_000);
    walk.happen('undone', START_MS + 61_000);
    if (byMs > 0) walk.happen('clock-jumped', START_MS + 61_000 + byMs);
    expect([62, 64].map((atS) => meaning(walk, atS + byMs / 1_000))).toEqual(['ignored', 'not-easing']);
  },
);

it('a quick input changes its meaning only when a late minimum is felt, and does not count just after', () => {
  const walk = walkTo(88);
  walk.tick(START_MS + 88_000, START_MS + 94_000, 6_000);
  expect([95, 97].map((atS) => meaning(walk, atS))).toEqual(['ignored', 'stay']);
});

describe('a button', () => {
  const button = (walk: Walk, type: 'ready' | 'skipped' | 'stay', atS: number): boolean =>
    stepOf(walk.state(), { type, by: 'button', atMs: START_MS + atS * 1_000 })[1].length > 0;

  it('counts up to the moment at which its meaning changes, and not for 2 s after that', () => {
    const walk = walkTo(104);
    expect(button(walk, 'skipped', 104.9)).toBe(true);
    walk.tick(START_MS + 104_000, START_MS + 105_000, 250);
    expect([105, 106.9, 107].map((atS) => button(walk, 'skipped', atS))).toEqual([false, false, true]);
    expect([105, 106.9, 107].map((atS) => button(walk, 'ready', atS))).toEqual([false, false, true]);
  });

  it.each(['undone', 'stopped'] as const)('for "%s" counts at once', (type) => {
    const walk = walkTo(60);
    walk.happen('skipped', START_MS + 60_000);
    expect(stepOf(walk.state(), { type, by: 'button', atMs: START_MS + 60_100 })[1]).not.toEqual([]);
  });

  it('for a pause counts at once', () => {
    const walk = walkTo(105);
    const pause = { type: 'paused', why: 'wearer', by: 'button', atMs: START_MS + 105_100 } as const;
    expect(stepOf(walk.state(), pause)[1]).not.toEqual([]);
  });
});
