/** The wearer picks the other routine on the watch, and is led through it: the packed app, in virtual time. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { findDevice } from 'zepp-watch-simulator/engine/devices';
import { openZab } from 'zepp-watch-simulator/engine/package';
import { createHeadless, type Headless } from 'zepp-watch-simulator/headless/headless';
import { ensureBuilt } from '../../tools/package/build.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import { decodeBlock, isBlockKey } from '../../utils/core/sync/frame-block.ts';

let zab: Uint8Array;

beforeAll(async () => {
  zab = new Uint8Array(await readFile((await ensureBuilt({ isQuiet: true })).simulatorZab));
}, 300_000);

/** What the phone has: the routine of each session, by its own record. */
function routinesOnPhone(watch: Headless): readonly string[] {
  const texts = [...watch.sim.phone.storage].filter(([key]) => isBlockKey(key)).map(([, text]) => text);
  return texts
    .flatMap((text) => decodeBlock(text).frames)
    .flatMap((frame) => {
      const decoded = decodeRecord(frame);
      if (!decoded.ok) throw new Error(decoded.failure.what);
      return decoded.value.kind === 'session' ? [decoded.value.routine] : [];
    });
}

const shown = (watch: Headless): string => watch.texts().join('\n');

/** A watch whose wearer has picked the stretches on home. */
async function withStretches(name: string): Promise<Headless> {
  const device = findDevice(name);
  const watch = createHeadless({ app: openZab(zab, device), device, files: usedWatch() });
  await watch.launch();
  await watch.advance(1_000);
  await watch.tapText('Hip release');
  await watch.advance(1_000);
  return watch;
}

describe.each(['Balance 2', 'Bip 6'])('on %s', (name) => {
  it('home shows the picked routine: its holds, and that it needs no kit', async () => {
    const watch = await withStretches(name);
    expect(shown(watch)).toContain('8 holds');
    expect(shown(watch)).toContain('Floor, no kit');
    expect(watch.sim.breaches).toEqual([]);
  });

  it('one touch leads through it, and the summary names its steps', async () => {
    const watch = await withStretches(name);
    await watch.tapText('Start');
    await watch.advance(1_000);
    expect(shown(watch)).toContain('Half kneeling');
    expect(shown(watch)).toContain('Side named: knee down');
    const isEnded = await watch.until((sim) => sim.watch.page === 'page/summary/index.page', '15m');
    expect(isEnded).toBe(true);
    await watch.advance(2_000);
    expect(shown(watch)).toContain('Hip left 1: 35 s');
    expect(shown(watch)).toContain('Calf right 2: 35 s');
    expect(watch.sim.breaches).toEqual([]);
  });

  it('the phone’s record of the session is of the picked routine', async () => {
    const watch = await withStretches(name);
    await watch.tapText('Start');
    const isThere = await watch.until(() => routinesOnPhone(watch).length > 0, '15m');
    expect(isThere).toBe(true);
    expect(routinesOnPhone(watch)).toEqual(['calf-and-hip-stretch']);
  });

  it('a second tap turns back to the first routine', async () => {
    const watch = await withStretches(name);
    await watch.tapText('Calf and hip stretch');
    await watch.advance(1_000);
    expect(shown(watch)).toContain('Hip release');
    expect(shown(watch)).toContain('4-inch ball');
  });
});

it('the picked routine is still picked when the app is opened again', async () => {
  const watch = await withStretches('Balance 2');
  await watch.kill('page');
  await watch.launch();
  await watch.advance(1_000);
  expect(shown(watch)).toContain('Floor, no kit');
});
