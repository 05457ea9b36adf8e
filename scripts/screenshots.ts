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
import { createHeadless } from 'zepp-watch-simulator/headless/headless';
import { watchEn } from '../utils/core/text/watch-en.ts';
import { ensureBuilt } from './build/pipeline.ts';
import { repositoryRoot } from './build/project.ts';
import { drawPhonePictures } from './pictures/phone-pictures.ts';
import { WALK_SCENES } from './pictures/walk-scenes.ts';
import { usedWatch } from './simulate/used-watch.ts';
import { writeStoreImages } from './store/images.ts';

const MODELS = [
  { name: 'Falcon', suffix: 'round-416' },
  { name: 'Balance 2', suffix: 'round-480' },
  { name: 'Bip 6', suffix: 'square-390' },
] as const;

const wanted = process.argv.slice(2);
const scenes = WALK_SCENES.filter(
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
      await scene.reach({ watch, text: (key) => watchEn[key] });
      const name = `${scene.name}-${model.suffix}.png`;
      await writeFile(join(folder, name), await booth.watch(app, device, watch.sim.watch));
      report(name);
    }
  }
} finally {
  await booth.close();
}
await writeStoreImages(repositoryRoot);
