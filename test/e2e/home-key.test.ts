/** The Home key in a session of the packed app: once counts as a slip, and the watch comes back by itself; twice counts as intended. */
import { expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { SESSION, startedWatch } from '../support/worn-watch.ts';

/** A session whose wearer has pressed Home 40 s into it. */
async function slipped(): Promise<Watch> {
  const watch = await startedWatch({ on: 'GTR 4' }, 40_000);
  await watch.key('home');
  await watch.advance('1s');
  return watch;
}

it('the session comes back once after the Home key', async () => {
  const watch = await slipped();
  expect(watch.sim.watch.page).toBeNull();
  // The hold ends 105 s after Start, and the alarm rings 13 s after that.
  await watch.advance('85s');
  expect(watch.sim.watch.page).toBe(SESSION);
});

it('the session stays closed the second time, and asks at the next launch', async () => {
  const watch = await slipped();
  await watch.launch();
  await watch.advance('2s');
  expect(watch.sim.watch.page).toBe(SESSION);
  await watch.key('home');
  const pulses = watch.sim.pulses.length;
  await watch.advance('10m');
  expect([watch.sim.watch.page, watch.sim.pulses.length]).toEqual([null, pulses]);
  await watch.launch();
  await watch.advance('2s');
  expect(watch.texts()).toEqual(expect.arrayContaining(['Continue', 'End session']));
});
