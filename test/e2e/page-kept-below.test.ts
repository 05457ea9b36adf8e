/** A page may stay alive below another. The documentation says that it does not, and one report says that it does. */
import { expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { optionValue } from '../support/option-rows.ts';
import { launchedWatch, taps } from '../support/worn-watch.ts';

const keepingWatch = (): Promise<Watch> => launchedWatch({ assume: { 'pushed-over-page': 'kept' } });

async function back(watch: Watch): Promise<void> {
  await watch.swipe('right');
  await watch.advance(1_000);
}

it('home shows what was changed in the options when a swipe leaves the menu', async () => {
  const watch = await keepingWatch();
  await taps(watch, 'More', 'Options', 'Left, then right', 'Right, then left');
  expect(optionValue(watch.texts(), 'Sides')).toBe('Left only');
  await taps(watch, 'Done');
  await back(watch);
  expect(watch.sim.watch.page).toBe('page/home/index.page');
  expect(watch.texts()).toContain('Left hip');
  expect(watch.sim.breaches).toEqual([]);
});

it('the menu shows the pain that was given on the page above it', async () => {
  const watch = await keepingWatch();
  await taps(watch, 'More', 'Pain now: ?', '+', '+', 'Save');
  expect(watch.texts()).toContain('Pain now: 1');
  await back(watch);
  expect(watch.texts()).toContain('Start');
  expect(watch.sim.breaches).toEqual([]);
});
