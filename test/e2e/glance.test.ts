/** The packed glance beside the watch face: when the next session is good, and what comes; it starts nothing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { findDevice } from 'zepp-watch-simulator/engine/devices';
import type { AppPackage } from 'zepp-watch-simulator/engine/types';
import { createHeadless, type Headless } from 'zepp-watch-simulator/headless/headless';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { openPacked } from '../support/packed-watch.ts';

const DAY_MS = 86_400_000;
let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
});

async function glance(files: Map<string, Uint8Array>, startEpochMs?: number): Promise<Headless> {
  const watch = createHeadless({
    app,
    device: findDevice('Balance 2'),
    files,
    ...(startEpochMs === undefined ? {} : { startEpochMs }),
  });
  await watch.perform({ verb: 'widget-focus', on: true });
  await watch.advance('1s');
  return watch;
}

/** Files and the time after one session. */
async function afterSession(): Promise<{
  readonly files: Map<string, Uint8Array>;
  readonly epochMs: number;
}> {
  const watch = createHeadless({ app, device: findDevice('Balance 2'), files: usedWatch() });
  await watch.launch();
  await watch.advance('1s');
  await watch.tapText('Start');
  await watch.until((sim) => sim.watch.page === 'page/summary/index.page', '20m');
  await watch.advance('1s');
  return { files: new Map(watch.sim.files), epochMs: watch.sim.epochMs };
}

describe('the glance', () => {
  it('of a new watch says that any day is good', async () => {
    const watch = await glance(new Map());
    expect(watch.texts()).toEqual(expect.arrayContaining(['Iliacus', 'Ready when you are']));
    expect([watch.lines('error'), watch.sim.breaches]).toEqual([[], []]);
  });

  it('after a session says when the next is good, and what comes', async () => {
    const { files, epochMs } = await afterSession();
    const watch = await glance(files, epochMs);
    expect(watch.texts().filter((text) => text.startsWith('Next: '))).toHaveLength(1);
    expect(watch.texts()).toEqual(expect.arrayContaining(['Both sides, 4 holds', '10 lifts, about 9 min']));
  });

  it('says so anew on a later day, when it is in front again', async () => {
    const { files, epochMs } = await afterSession();
    const watch = await glance(files, epochMs);
    await watch.perform({ verb: 'widget-focus', on: false });
    await watch.advance(9 * DAY_MS);
    await watch.perform({ verb: 'widget-focus', on: true });
    expect(watch.texts()).toContain('Ready when you are');
  });

  it('writes nothing, opens no link, sets no alarm and plays nothing', async () => {
    const { files, epochMs } = await afterSession();
    const watch = await glance(new Map(files), epochMs);
    await watch.advance('10m');
    expect([...watch.sim.files]).toEqual([...files]);
    expect(watch.sim.pulses).toEqual([]);
    const busy = watch.sim.events.filter(({ type }) => ['alarm', 'frame', 'side', 'service'].includes(type));
    expect(busy).toEqual([]);
  });
});
