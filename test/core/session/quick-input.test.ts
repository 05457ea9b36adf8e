/** What a turn of the crown or a double press of a key means at each moment, and when it is ignored. */
import { describe, expect, it } from 'vitest';
import { isQuickInputTaken, quickInputOf } from '../../../utils/core/session/quick-input.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { startWalk, type Walk } from './walk.ts';

/** A session of a new wearer: hold from 30 s, minimum at 90, move to the other side at 105, next hold at 130, march at 470. */
function walkTo(atS: number): Walk {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + atS * 1_000, 250);
  return walk;
}

const meaning = (walk: Walk, atS: number): string =>
  isQuickInputTaken(walk.state(), START_MS + atS * 1_000) ? quickInputOf(walk.state()) : 'ignored';

it.each([
  ['just after Start', 1, 'ignored'],
  ['while getting into place', 10, 'more-time'],
  ['just before the hold', 28.5, 'ignored'],
  ['just after its start', 31, 'ignored'],
  ['in the hold', 60, 'not-easing'],
  ['2 s before the minimum', 87.75, 'not-easing'],
  ['just before the minimum', 88.5, 'ignored'],
  ['just after the minimum', 91.5, 'ignored'],
  ['2 s after the minimum', 92, 'stay'],
  ['just before the move', 103.5, 'ignored'],
  ['just after the move', 106, 'ignored'],
  ['2 s after the move', 107, 'more-time'],
  ['in the march', 480, 'paused'],
  ['after the end', 518, 'ignored'],
])('%s (%d s) a quick input means: %s', (_when, atS, expected) => {
  expect(meaning(walkTo(atS), atS)).toBe(expected);
});

describe('a second turn', () => {
  it.each([
    [61, 'ignored'],
    [63, 'more-time'],
  ])('after a new spot at 60 s, at %d s, is no undo: %s', (atS, expected) => {
    const walk = walkTo(60);
    walk.happen('not-easing', START_MS + 60_000);
    expect(walk.state().undo).not.toBeNull();
    expect(meaning(walk, atS)).toBe(expected);
  });
});

it('a pause goes on by it once it has been seen', () => {
  const walk = walkTo(60);
  walk.send({ type: 'paused', why: 'wearer', atMs: START_MS + 60_000 });
  expect([61, 63].map((atS) => meaning(walk, atS))).toEqual(['ignored', 'resumed']);
});
