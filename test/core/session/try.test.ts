/** What a try that has ended says about itself, and when the alarm opens the page. */
import { expect, it } from 'vitest';
import { slotEndMs } from '../../../utils/core/session/due.ts';
import { wakeAtMs } from '../../../utils/core/session/transitions.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { startWalk, type Walk } from './walk.ts';

/** A session of a new wearer: its first hold begins at 30 s, with a check at 60 s and the minimum at 90 s. */
function walkTo(atS: number): Walk {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + atS * 1_000, 250);
  return walk;
}

it('a slot that is skipped before its hold says how long the wearer has tried to get into place', () => {
  const walk = walkTo(12);
  walk.happen('skipped', START_MS + 12_000);
  expect(walk.state().tries).toMatchObject([{ seconds: 0, positionedS: 12, outcome: 'skipped', lateMs: 0 }]);
});

it.each([
  [59, 29, 0],
  [60, 30, 1],
  [89, 59, 1],
])('a try that is given up at %d s lasted %d s and reached %d of its cues', (atS, seconds, reached) => {
  const walk = walkTo(atS);
  walk.happen('not-easing', START_MS + atS * 1_000);
  expect(walk.state().tries).toMatchObject([{ seconds, reached, positionedS: 30 }]);
});

it('a try that is left after its minimum reached both of its cues', () => {
  const walk = walkTo(92);
  walk.happen('let-go', START_MS + 92_000);
  expect(walk.state().tries).toMatchObject([{ seconds: 62, reached: 2, outcome: 'let-go' }]);
});

it('the alarm comes 16 s after the end of the slot, and never sooner than 5 s after the session was seen', () => {
  const state = walkTo(40).state();
  const endMs = slotEndMs(state);
  const wakesAfterEndMs = [0, 11_000, 11_001, 20_000].map(
    (lateMs) => wakeAtMs({ ...state, seenMs: endMs + lateMs }) - endMs,
  );
  expect(wakesAfterEndMs).toEqual([16_000, 16_000, 16_001, 25_000]);
});
