/**
 * `npm run screenshots [-- SCENE...]`: every page of the packed app, in the order of a session, on the smallest round, the largest
 * round and the square watch, into docs/screenshots/, and all of a model on one contact sheet; then the pictures made of them
 * (`npm run store`). With the beginnings of scene names, those alone; without, the phone page too.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openPictureRenderer } from 'zepp-watch-simulator/chrome/picture-renderer';
import { findDevice } from 'zepp-watch-simulator/engine/devices';
import { openZab } from 'zepp-watch-simulator/engine/package';
import { createHeadless } from 'zepp-watch-simulator/headless/headless';
import { watchEn } from '../../utils/core/text/watch-en.ts';
import { ensureBuilt } from '../package/pipeline.ts';
import { installedFile, projectAt, repositoryRoot } from '../shared/project.ts';
import { allowingWatch } from '../simulate/seeded-watch.ts';
import { drawPhonePictures } from './phone-pictures.ts';
import { writeStoreImages } from './store-images.ts';
import { WALK_SCENES } from './walk-scenes.ts';

const MODELS = [
  { name: 'Falcon', suffix: 'round-416' },
  { name: 'Balance 2', suffix: 'round-480' },
  { name: 'Bip 6', suffix: 'square-390' },
] as const;

const wanted = process.argv.slice(2);
const scenes = WALK_SCENES.filter(
  ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)),
);
/** Pictures beside each other in the contact sheets. */
const COLUMNS = 6;
const CELL_PX = 300;

/** What the contact sheets need of the image library that the packer brings. */
interface Picture {
  resize(size: { readonly width: number; readonly height: number; readonly fit: 'inside' }): Picture;
  composite(
    parts: readonly { readonly input: Buffer; readonly left: number; readonly top: number }[],
  ): Picture;
  png(): Picture;
  toBuffer(): Promise<Buffer>;
  toFile(path: string): Promise<unknown>;
}

/** All scenes of one model on one picture. */
async function writeContactSheet(suffix: string, names: readonly string[]): Promise<void> {
  const packer = installedFile(projectAt(repositoryRoot), '@zeppos/zpm', 'package.json');
  const picture: (source: string | object) => Picture = createRequire(packer)('sharp');
  const size = { width: CELL_PX - 10, height: CELL_PX - 10, fit: 'inside' } as const;
  const parts = [];
  for (const [at, name] of names.entries()) {
    const input = await picture(join(folder, `${name}-${suffix}.png`))
      .resize(size)
      .png()
      .toBuffer();
    parts.push({ input, left: (at % COLUMNS) * CELL_PX, top: Math.floor(at / COLUMNS) * CELL_PX });
  }
  const height = Math.ceil(names.length / COLUMNS) * CELL_PX;
  const create = { width: COLUMNS * CELL_PX, height, channels: 3, background: '#555555' };
  await picture({ create })
    .composite(parts)
    .png()
    .toFile(join(folder, `contact-sheet-${suffix}.png`));
}

const folder = join(repositoryRoot, 'docs', 'screenshots');
const { simulatorZab } = await ensureBuilt();
const bytes = new Uint8Array(await readFile(simulatorZab));
await mkdir(folder, { recursive: true });
const report = (name: string): boolean => process.stderr.write(`screenshots: ${name}\n`);
await drawPhonePictures(simulatorZab, folder, report);
// `npm run screenshots -- phone` draws the phone's alone.
if (process.argv.includes('phone')) process.exit(0);
const renderer = await openPictureRenderer();
try {
  for (const model of MODELS) {
    const device = findDevice(model.name);
    const app = openZab(bytes, device);
    for (const scene of scenes) {
      if (scene.isOn?.(device) === false) continue;
      const past = scene.newWearer === true ? {} : allowingWatch(device);
      const watch = createHeadless({ app, device, ...past });
      await watch.launch();
      await watch.advance(1_000);
      await scene.reach({ watch, text: (key) => watchEn[key] });
      const name = `${scene.name}-${model.suffix}.png`;
      await writeFile(join(folder, name), await renderer.watch(app, device, watch.sim.watch));
      report(name);
    }
  }
  if (wanted.length === 0)
    for (const { name, suffix } of MODELS) {
      const there = WALK_SCENES.filter(({ isOn }) => isOn?.(findDevice(name)) !== false);
      await writeContactSheet(
        suffix,
        there.map((scene) => scene.name),
      );
    }
} finally {
  await renderer.close();
}
await writeStoreImages(repositoryRoot);
