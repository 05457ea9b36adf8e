/** The packed glance beside the watch face: it shows when the next session is good and what comes, and starts nothing. */
import { describe, expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import {
  HOME,
  launchedWatch,
  startedWatch,
  taps,
  untilSummary,
  type Worn,
  wornWatch,
} from '../support/worn-watch.ts';

const DAY_MS = 86_400_000;

async function glance(past: Worn): Promise<Watch> {
  const watch = wornWatch(past);
  await watch.perform({ verb: 'widget-focus', on: true });
  await watch.advance('1s');
  return watch;
}

/** Files, time and time zone of a watch. */
const stateOf = ({ sim: { epochMs, files, zoneOffsetMin } }: Watch) => ({
  files: new Map(files),
  startEpochMs: epochMs,
  zoneOffsetMin,
});

/** The same after one session. */
async function afterSession(past: Worn = {}) {
  const watch = await startedWatch(past);
  await untilSummary(watch);
  return stateOf(watch);
}

describe('the glance', () => {
  it('of a new watch says that any day is good', async () => {
    const watch = await glance({ files: new Map() });
    expect(watch.texts()).toEqual(expect.arrayContaining(['Iliacus', 'Ready when you are']));
    expect([watch.lines('error'), watch.sim.breaches]).toEqual([[], []]);
  });

  it('after a session says when the next is good, and what comes', async () => {
    const watch = await glance(await afterSession());
    expect(watch.texts().filter((text) => text.startsWith('Next: '))).toHaveLength(1);
    expect(watch.texts()).toEqual(expect.arrayContaining(['Both hips', '4 spots · march · 9 min']));
  });

  it('is up to date on a later day, when it is in front again', async () => {
    const watch = await glance(await afterSession());
    await watch.perform({ verb: 'widget-focus', on: false });
    await watch.advance(9 * DAY_MS);
    await watch.perform({ verb: 'widget-focus', on: true });
    expect(watch.texts()).toContain('Ready when you are');
  });

  it('says the same day as home where UTC has another day', async () => {
    // The session is in the evening of this day in a zone ten hours ahead, and the look in the early morning two days later.
    const evening = { startEpochMs: Date.UTC(2026, 10, 23, 8), zoneOffsetMin: 600 };
    const past = { ...(await afterSession(evening)), startEpochMs: Date.UTC(2026, 10, 24, 19) };
    const home = await launchedWatch({ ...past, files: new Map(past.files) });
    await taps(home, 'Skip');
    expect(home.texts()).toContain('Today or tomorrow');
    expect((await glance(past)).texts()).toContain('Today or tomorrow');
  });

  it('tells of a session that is open, and says nothing else', async () => {
    const watch = await startedWatch({}, 45_000);
    await watch.kill('page');
    const texts = (await glance(stateOf(watch))).texts().filter((text) => text !== '');
    expect(texts).toEqual(['Iliacus', 'Continue']);
  });

  it('leads home by a tap', async () => {
    const watch = await glance(await afterSession());
    await watch.perform({ verb: 'tap', x: 240, y: 240 });
    await watch.advance('1s');
    expect(watch.sim.watch.page).toBe(HOME);
  });

  it('writes nothing, opens no link, sets no alarm and plays nothing', async () => {
    const past = await afterSession();
    const watch = await glance({ ...past, files: new Map(past.files) });
    await watch.advance('10m');
    expect([...watch.sim.files]).toEqual([...past.files]);
    expect(watch.sim.pulses).toEqual([]);
    const busy = watch.sim.events.filter(({ type }) => ['alarm', 'frame', 'side', 'service'].includes(type));
    expect(busy).toEqual([]);
  });
});
