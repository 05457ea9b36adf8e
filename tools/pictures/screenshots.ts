/** Screenshots of every page of the packed app, in the order of a session, and contact sheets of them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { createWatch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { openZab } from 'zepp-watch-simulator/package';
import { openPictureRenderer } from 'zepp-watch-simulator/pictures';
import { watchEn } from '../../utils/core/text/watch-en.ts';
import { ensureBuilt } from '../package/build.ts';
import { repositoryRoot } from '../shared/project.ts';
import { allowingWatch } from '../simulate/seeded-watch.ts';
import { drawFirstSession } from './first-session.ts';
import { drawPhonePictures } from './phone-pictures.ts';
import { writeStoreImages } from './store-images.ts';
import { WALK_SCENES, type WalkScene } from './walk-scenes.ts';

/** The smallest and the largest round model, and a square one. */
const MODELS = [
  { name: 'Falcon', suffix: 'round-416' },
  { name: 'Balance 2', suffix: 'round-480' },
  { name: 'Bip 6', suffix: 'square-390' },
] as const;
const SHEET_COLUMNS = 6;
const SHEET_CELL_PX = 300;
const SHEET_GAP_PX = 10;
const SHEET_BACKGROUND = { r: 0x55, g: 0x55, b: 0x55, alpha: 1 };

const FOLDER = join(repositoryRoot, 'docs', 'screenshots');

/**
 * Draws the scenes on every model, and then the pictures that are made of them.
 * @param wanted beginnings of scene names, `phone` for the phone page or `first-session` for a first session; empty for everything
 */
export async function takeScreenshots(wanted: readonly string[]): Promise<void> {
  const { simulatorZab } = await ensureBuilt();
  await mkdir(FOLDER, { recursive: true });
  if (wanted.length === 0 || wanted.includes('phone'))
    await drawPhonePictures(simulatorZab, FOLDER, printProgress);
  if (wanted.length === 0 || wanted.includes('first-session'))
    await drawFirstSession(simulatorZab, FOLDER, printProgress);
  if (wanted.length > 0 && wanted.every((set) => set === 'phone' || set === 'first-session')) return;
  const isWanted = ({ name }: WalkScene): boolean =>
    wanted.length === 0 || wanted.some((start) => name.startsWith(start));
  await drawScenes(simulatorZab, WALK_SCENES.filter(isWanted));
  if (wanted.length === 0) for (const { name, suffix } of MODELS) await writeContactSheet(name, suffix);
  await writeStoreImages(repositoryRoot);
}

async function drawScenes(zab: string, scenes: readonly WalkScene[]): Promise<void> {
  const bytes = new Uint8Array(await readFile(zab));
  const renderer = await openPictureRenderer();
  try {
    for (const model of MODELS) {
      const device = findDevice(model.name);
      const app = openZab(bytes, device);
      for (const scene of scenes) {
        if (scene.isOn?.(device) === false) continue;
        const past = scene.newWearer === true ? {} : allowingWatch(device);
        const watch = createWatch({ app, device }, past);
        await watch.launch();
        await watch.advance(1_000);
        await scene.reach({ watch, text: (key) => watchEn[key] });
        const name = `${scene.name}-${model.suffix}.png`;
        await writeFile(join(FOLDER, name), await renderer.watch(app, device, watch.sim.watch));
        printProgress(name);
      }
    }
  } finally {
    await renderer.close();
  }
}

/** All scenes of one model on one picture. */
async function writeContactSheet(model: string, suffix: string): Promise<void> {
  const scenes = WALK_SCENES.filter(({ isOn }) => isOn?.(findDevice(model)) !== false);
  const edgePx = SHEET_CELL_PX - SHEET_GAP_PX;
  const layers = await Promise.all(
    scenes.map(async ({ name }, at) => ({
      input: await sharp(join(FOLDER, `${name}-${suffix}.png`))
        .resize(edgePx, edgePx, { fit: 'inside' })
        .png({ compressionLevel: 9 })
        .toBuffer(),
      left: (at % SHEET_COLUMNS) * SHEET_CELL_PX,
      top: Math.floor(at / SHEET_COLUMNS) * SHEET_CELL_PX,
    })),
  );
  const sheet = {
    width: SHEET_COLUMNS * SHEET_CELL_PX,
    height: Math.ceil(scenes.length / SHEET_COLUMNS) * SHEET_CELL_PX,
    channels: 4,
    background: SHEET_BACKGROUND,
  } as const;
  const png = await sharp({ create: sheet }).composite(layers).png({ compressionLevel: 9 }).toBuffer();
  await writeFile(join(FOLDER, `contact-sheet-${suffix}.png`), png);
}

function printProgress(name: string): void {
  process.stderr.write(`screenshots: ${name}\n`);
}
