/** Start, menu, pause and end by touch, under each reported way in which touches reach widgets on real watches. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type AppPackage, createWatch, type Watch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { openPacked } from '../support/packed-watch.ts';

const READINGS: readonly (readonly [name: string, value: string])[] = [
  ['covered-touch', 'passes'],
  ['covered-touch', 'eaten'],
  ['covered-touch', 'eaten-by-shown'],
  ['rect-clicks', 'unheard'],
  ['double-click', 'two-clicks'],
  ['double-click', 'unheard'],
  ['single-click', 'unheard'],
  ['key-taking', 'ignored'],
  ['swipe-taking', 'needs-lock'],
];

/** Into the first hold, which begins 30 s after Start. */
const INTO_THE_HOLD_S = 40;

let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
});

async function started(assume: Readonly<Record<string, string>>, seconds: number): Promise<Watch> {
  const watch = createWatch({ app, device: findDevice('Balance 2') }, { files: usedWatch(), assume });
  await watch.launch();
  await watch.advance(1_000);
  await watch.tapText('Start');
  await watch.advance(seconds * 1_000);
  return watch;
}

async function longPress(watch: Watch): Promise<void> {
  const { width, height } = watch.sim.device;
  await watch.perform({ verb: 'long-press', x: width / 2, y: height / 3 });
  await watch.advance(1_100);
}

describe.each(READINGS)('if %s is %s', (name, value) => {
  const assume = { [name]: value };

  it('both buttons are reachable while the wearer gets into place', async () => {
    const watch = await started(assume, 10);
    await watch.tapText('+20 s');
    await watch.advance(500);
    await watch.tapText('Ready');
    await watch.advance(9_000);
    expect(watch.texts()).toContain('Stay still, breathe slowly');
  });

  it('a long press opens the menu in a hold after the menu was closed twice, and Pause, Continue and End work', async () => {
    const watch = await started(assume, INTO_THE_HOLD_S);
    for (let time = 0; time < 2; time++) {
      await longPress(watch);
      expect(watch.texts()).toContain('Pause');
      await watch.advance(8_500);
      expect(watch.texts()).not.toContain('Pause');
    }
    await longPress(watch);
    await watch.tapText('Pause');
    await watch.advance(2_000);
    expect(watch.texts()).toContain('Paused');
    await watch.tapText('Continue');
    await watch.advance(2_000);
    await longPress(watch);
    await watch.tapText('End');
    await watch.advance(500);
    await watch.tapText('End session');
    await watch.advance(3_000);
    expect(watch.sim.watch.page).toBe('page/summary/index.page');
    expect(watch.sim.breaches).toEqual([]);
  });

  it('a right swipe in a hold leaves the session page in front', async () => {
    const watch = await started(assume, INTO_THE_HOLD_S);
    await watch.swipe('right');
    await watch.advance(1_000);
    expect(watch.sim.watch.page).toBe('page/session/index.page');
  });

  it('a tap on the glance opens the app', async () => {
    const watch = createWatch({ app, device: findDevice('Balance 2') }, { files: usedWatch(), assume });
    await watch.perform({ verb: 'widget-focus', on: true });
    await watch.advance(1_000);
    await watch.perform({ verb: 'tap', x: 240, y: 240 });
    await watch.advance(1_000);
    expect(watch.sim.watch.page).toBe('page/home/index.page');
  });
});

it('a long press of a key opens the menu too', async () => {
  const watch = await started({}, INTO_THE_HOLD_S);
  await watch.key('select', 'long');
  await watch.advance(1_500);
  expect(watch.texts()).toContain('Pause');
});

it('a watch that cannot lock scrolling still guides a session', async () => {
  const watch = await started({ 'swipe-taking': 'ignored' }, INTO_THE_HOLD_S);
  expect(watch.texts()).toContain('Stay still, breathe slowly');
});
