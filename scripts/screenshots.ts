/**
 * `npm run screenshots [-- SCENE...]`: every page of the packed app, in the order of a session, on the smallest round, the largest
 * round and the square watch, into docs/screenshots/; then the pictures made of them (`npm run store`). With the beginnings of
 * scene names, those alone; without, the phone page too.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPictureBooth } from 'zepp-watch-simulator/chrome/picture-booth';
import { findDevice } from 'zepp-watch-simulator/engine/devices';
import { openZab } from 'zepp-watch-simulator/engine/package';
import { createHeadless, type Headless } from 'zepp-watch-simulator/headless/headless';
import { ensureBuilt } from './build/pipeline.ts';
import { repositoryRoot } from './build/project.ts';
import { drawPhonePictures } from './pictures/phone-pictures.ts';
import { usedWatch } from './simulate/used-watch.ts';
import { writeStoreImages } from './store/images.ts';

interface Scene {
  readonly name: string;
  readonly newWearer?: boolean;
  /** Brings a launched watch to the moment of the picture. */
  readonly reach: (watch: Headless) => Promise<void>;
}

const MODELS = [
  { name: 'Falcon', suffix: 'round-416' },
  { name: 'Balance 2', suffix: 'round-480' },
  { name: 'Bip 6', suffix: 'square-390' },
] as const;

async function started(watch: Headless, forMs: number): Promise<void> {
  await watch.tapText('Start');
  await watch.advance(forMs);
}

async function longPress(watch: Headless): Promise<void> {
  const { width, height } = watch.sim.device;
  await watch.perform({ verb: 'long-press', x: width / 2, y: height / 2 });
  await watch.advance(1_000);
}

const SCENES: readonly Scene[] = [
  { name: '1-safety', newWearer: true, reach: async () => {} },
  {
    name: '1-standby',
    newWearer: true,
    reach: async (watch) => {
      await watch.tapText('I understand');
      await watch.advance(1_000);
    },
  },
  { name: '2-home', reach: async () => {} },
  {
    name: '2-mode',
    reach: async (watch) => {
      await watch.perform({ verb: 'mode', mode: 'DND', on: true });
      await watch.tapText('Start');
      await watch.advance(1_000);
    },
  },
  { name: '3-position', reach: (watch) => started(watch, 8_000) },
  { name: '4-hold', reach: (watch) => started(watch, 48_000) },
  { name: '5-linger', reach: (watch) => started(watch, 95_000) },
  { name: '6-march', reach: (watch) => started(watch, 8 * 60_000 + 2_000) },
  {
    name: '7-sheet',
    reach: async (watch) => {
      await started(watch, 48_000);
      await longPress(watch);
    },
  },
  {
    name: '8-question',
    reach: async (watch) => {
      await started(watch, 48_000);
      await watch.kill('page');
      await watch.advance(120_000);
      await watch.launch();
      await watch.advance(1_000);
    },
  },
  {
    name: '9-summary',
    reach: async (watch) => {
      await started(watch, 0);
      await watch.until((sim) => sim.watch.page === 'page/summary/index.page', '30m');
      await watch.advance(3_000);
    },
  },
];

const wanted = process.argv.slice(2);
const scenes = SCENES.filter(
  ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
);
const folder = join(repositoryRoot, 'docs', 'screenshots');
const { simulatorZab } = await ensureBuilt();
const bytes = new Uint8Array(await readFile(simulatorZab));
await mkdir(folder, { recursive: true });
const report = (name: string): boolean => process.stderr.write(`screenshots: ${name}\n`);
await drawPhonePictures(simulatorZab, folder, report);
// `npm run screenshots -- phone` draws the phone's alone.
if (process.argv.includes('phone')) process.exit(0);
const booth = await openPictureBooth();
try {
  for (const model of MODELS) {
    const device = findDevice(model.name);
    const app = openZab(bytes, device);
    for (const scene of scenes) {
      const files = scene.newWearer === true ? new Map<string, Uint8Array>() : usedWatch();
      const watch = createHeadless({ app, device, files });
      await watch.launch();
      await watch.advance(1_000);
      await scene.reach(watch);
      const name = `${scene.name}-${model.suffix}.png`;
      await writeFile(join(folder, name), await booth.watch(app, device, watch.sim.watch));
      report(name);
    }
  }
} finally {
  await booth.close();
}
await writeStoreImages(repositoryRoot);
