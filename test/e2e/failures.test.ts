/** The packed app: what fails on the watch is in its ring, once, as a sentence with its time. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AppPackage, createWatch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { openZab } from 'zepp-watch-simulator/package';
import { ensureBuilt } from '../../tools/package/build.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { parseRing } from '../../utils/core/ring-entries.ts';
import * as storedNames from '../../utils/core/stored-names.ts';

import { HOME, SESSION, startedWatch, untilSummary, wornWatch } from '../support/worn-watch.ts';

const device = findDevice('Falcon');
let app: AppPackage;
/** The files of a watch that has logged a session. */
let used: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  const { simulatorZab } = await ensureBuilt({ isQuiet: true });
  app = openZab(new Uint8Array(await readFile(simulatorZab)), device);
  const watch = await startedWatch({ on: 'Falcon' });
  await untilSummary(watch);
  used = new Map(watch.sim.files);
});

it('a damaged store is reported once, however often the app is opened', async () => {
  const files = new Map([...usedWatch(), ['open-a', Uint8Array.of(1, 2, 3)]] as const);
  const watch = createWatch({ app, device }, { files });
  for (let launch = 0; launch < 3; launch++) {
    await watch.launch();
    await watch.advance(2_000);
    await watch.kill('page');
  }
  const entries = parseRing(Buffer.from(watch.sim.files.get('ring') ?? []).toString('latin1'));
  expect(entries.map(({ where, sentence, protection }) => [where, sentence, protection])).toEqual([
    ['open', 'what was stored is damaged', 'none'],
  ]);
  expect(Math.abs((entries[0]?.at ?? 0) - watch.sim.epochMs)).toBeLessThan(10_000);
});

it('a refused permission makes the alarm fail, and the session says what still protects it', async () => {
  const permissions = (app.manifest.permissions ?? []).filter((one) => !one.endsWith('alarm'));
  const watch = createWatch(
    { app: { ...app, manifest: { ...app.manifest, permissions } }, device },
    { files: usedWatch() },
  );
  await watch.launch();
  await watch.advance(1_000);
  await watch.tapText('Start');
  await watch.advance('3m');
  const entries = parseRing(Buffer.from(watch.sim.files.get('ring') ?? []).toString('latin1'));
  expect(entries.map(({ where, protection }) => [where, protection])).toEqual([
    ['reminder', 'none'],
    ['alarm', 'screen'],
  ]);
  expect(entries[1]?.sentence).toMatch(/^Error: Permission denied/);
});

const texts = Object.values(storedNames).filter((name) => name !== 'ring' && name !== 'log');
/** The files of each thing that the app stores: both files of a text, the log's file, the ring. */
const places: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(texts.map((name) => [name, [`${name}-a`, `${name}-b`]])),
  log: ['log0'],
  ring: ['ring'],
};

/** What a damaged file contains; null stands for a folder in its place. */
const damages: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array | null>> = {
  rubbish: () => Uint8Array.of(1, 2, 3),
  'a torn tail': (bytes) => bytes.slice(0, Math.max(0, bytes.length - 3)),
  nothing: () => new Uint8Array(0),
  'a directory': () => null,
};

describe.each(Object.keys(damages))('%s in the place of', (kind) => {
  const damage = damages[kind] ?? (() => null);

  /** A watch that has stored a session. Then these files are damaged, the app is launched, and the wearer starts a session. */
  async function startedWith(paths: readonly string[]) {
    const files = new Map(used);
    const folders: string[] = [];
    for (const path of paths) {
      const damaged = damage(used.get(path) ?? Uint8Array.of(9, 9, 9, 9, 9, 9, 9, 9, 9));
      if (damaged !== null) files.set(path, damaged);
      else {
        files.delete(path);
        folders.push(path);
      }
    }
    const watch = wornWatch({ on: 'Falcon', files, folders });
    await watch.launch();
    await watch.advance(2_000);
    const home = watch.sim.watch.page;
    await watch.tapText('Start');
    await watch.advance(1_000);
    // A wearer who is not known to have learned the cues reads the card first.
    if (watch.sim.watch.page !== SESSION) await watch.tapText('Got it');
    await watch.advance('2m');
    const told = watch.sim.events.filter(({ text }) => text.includes('[iliacus]')).map(({ text }) => text);
    return { watch, home, told };
  }

  it.each(Object.keys(places))(
    '%s: home opens, Start works, cues come, and at most one report',
    async (name) => {
      const { watch, home, told } = await startedWith(places[name] ?? []);
      expect([home, watch.sim.watch.page]).toEqual([HOME, SESSION]);
      // These are begin, easing, minimum and move.
      expect(watch.sim.events.filter(({ type }) => type === 'vibrate').length).toBeGreaterThanOrEqual(4);
      // The log also reports the number whose record is gone, which is another fact than the damage.
      const damages = told.filter((text) => !text.includes('records are gone'));
      expect(damages.length, told.join('\n')).toBeLessThan(2);
      expect(told.length, told.join('\n')).toBeLessThan(3);
      expect(watch.lines('error')).toEqual([]);
    },
  );

  it('all of them: home opens, Start works, cues come, and at most one report of each', async () => {
    const { watch, home, told } = await startedWith(Object.values(places).flat());
    expect([home, watch.sim.watch.page]).toEqual([HOME, SESSION]);
    expect(watch.sim.events.filter(({ type }) => type === 'vibrate').length).toBeGreaterThanOrEqual(4);
    const names = told.map((line) => /\[iliacus\] ([^:]*):/.exec(line)?.[1]);
    expect(new Set(names).size, told.join('\n')).toBe(names.length);
    expect(watch.lines('error')).toEqual([]);
  });
});
