/** Screenshots of every page of the packed app, in the order of a session, and contact sheets of them in every language. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { createWatch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { openZab } from 'zepp-watch-simulator/package';
import { openPictureRenderer } from 'zepp-watch-simulator/pictures';
import { type Locale, locales } from '../../utils/core/text/catalogues.ts';
import { watchTexts } from '../../utils/core/text/watch-catalogues.ts';
import { ensureBuilt } from '../package/build.ts';
import { repositoryRoot } from '../shared/project.ts';
import { allowingWatch } from '../simulate/seeded-watch.ts';
import { drawFirstSession } from './first-session.ts';
import { drawPhonePictures } from './phone-pictures.ts';
import { writeStoreImages } from './store-images.ts';
import { WALK_SCENES, type WalkScene } from './walk-scenes.ts';

/** The smallest and the largest round model, and a square one. */
const MODELS = [
  { model: 'Falcon', suffix: 'round-416' },
  { model: 'Balance 2', suffix: 'round-480' },
  { model: 'Bip 6', suffix: 'square-390' },
] as const;
const SHEET_COLUMNS = 6;
const SHEET_CELL_PX = 300;
const SHEET_GAP_PX = 10;
const SHEET_COLOURS = 160;
const SHEET_BACKGROUND = { r: 0x55, g: 0x55, b: 0x55, alpha: 1 };

/** What may be drawn alone, beside scenes. */
const SETS: readonly string[] = ['phone', 'first-session', 'sheets'];

const FOLDER = join(repositoryRoot, 'docs', 'screenshots');

/**
 * Draws the scenes on every model, and then the pictures that are made of them.
 * @param wanted beginnings of scene names, `phone` for the phone page, `first-session` for a first session, or `sheets` for the contact
 * sheets; empty for everything
 */
export async function takeScreenshots(wanted: readonly string[]): Promise<void> {
  const { simulatorZab } = await ensureBuilt();
  await mkdir(FOLDER, { recursive: true });
  const isWanted = (set: string): boolean => wanted.length === 0 || wanted.includes(set);
  if (isWanted('phone')) await drawPhonePictures(simulatorZab, FOLDER, printProgress);
  if (isWanted('first-session')) await drawFirstSession(simulatorZab, FOLDER, printProgress);
  const starts = wanted.filter((set) => !SETS.includes(set));
  if (wanted.length === 0 || starts.length > 0) {
    const isStarted = ({ name }: WalkScene): boolean =>
      starts.length === 0 || starts.some((start) => name.startsWith(start));
    await drawScenes(simulatorZab, WALK_SCENES.filter(isStarted));
    await writeStoreImages(repositoryRoot);
  }
  if (isWanted('sheets')) await drawContactSheets(simulatorZab);
}

async function drawScenes(zab: string, scenes: readonly WalkScene[]): Promise<void> {
  await withPictures(zab, async (draw) => {
    for (const { model, suffix } of MODELS) {
      for (const scene of scenesOn(model, scenes)) {
        const name = `${scene.name}-${suffix}.png`;
        await writeFile(join(FOLDER, name), await draw(model, scene, 'en-US'));
        printProgress(name);
      }
    }
  });
}

/** All scenes of one model on one picture, for each: in English from the screenshots, in the other languages where words have the least room. */
async function drawContactSheets(zab: string): Promise<void> {
  for (const { model, suffix } of MODELS) {
    const files = scenesOn(model, WALK_SCENES).map(({ name }) => join(FOLDER, `${name}-${suffix}.png`));
    await writeContactSheet(`contact-sheet-${suffix}.png`, files);
  }
  const [{ model, suffix }] = MODELS;
  await withPictures(zab, async (draw) => {
    for (const locale of locales.filter((one) => one !== 'en-US')) {
      const shots: Buffer[] = [];
      for (const scene of scenesOn(model, WALK_SCENES)) shots.push(await draw(model, scene, locale));
      await writeContactSheet(`contact-sheet-${suffix}-${locale.slice(0, 2)}.png`, shots);
    }
  });
}

function scenesOn(model: string, scenes: readonly WalkScene[]): readonly WalkScene[] {
  return scenes.filter(({ isOn }) => isOn?.(findDevice(model)) !== false);
}

type DrawScene = (model: string, scene: WalkScene, locale: Locale) => Promise<Buffer>;

async function withPictures(zab: string, use: (draw: DrawScene) => Promise<void>): Promise<void> {
  const bytes = new Uint8Array(await readFile(zab));
  const renderer = await openPictureRenderer();
  try {
    await use(async (model, scene, locale) => {
      const device = findDevice(model);
      const app = openZab(bytes, device);
      const past = scene.newWearer === true ? {} : allowingWatch(device);
      const watch = createWatch({ app, device }, past);
      await watch.perform({ verb: 'locale', where: 'watch', locale });
      await watch.launch();
      await watch.advance(1_000);
      await scene.reach({ watch, text: (key) => watchTexts[locale][key] });
      return Buffer.from(await renderer.watch(app, device, watch.sim.watch));
    });
  } finally {
    await renderer.close();
  }
}

async function writeContactSheet(name: string, shots: readonly (string | Buffer)[]): Promise<void> {
  const edgePx = SHEET_CELL_PX - SHEET_GAP_PX;
  const layers = await Promise.all(
    shots.map(async (shot, at) => ({
      input: await sharp(shot).resize(edgePx, edgePx, { fit: 'inside' }).png().toBuffer(),
      left: (at % SHEET_COLUMNS) * SHEET_CELL_PX,
      top: Math.floor(at / SHEET_COLUMNS) * SHEET_CELL_PX,
    })),
  );
  const sheet = {
    width: SHEET_COLUMNS * SHEET_CELL_PX,
    height: Math.ceil(shots.length / SHEET_COLUMNS) * SHEET_CELL_PX,
    channels: 4,
    background: SHEET_BACKGROUND,
  } as const;
  const whole = await sharp({ create: sheet }).composite(layers).png().toBuffer();
  const file = join(FOLDER, name);
  await sharp(whole).png({ palette: true, colours: SHEET_COLOURS, effort: 10 }).toFile(file);
  printProgress(name);
}

function printProgress(name: string): void {
  process.stderr.write(`screenshots: ${name}\n`);
}
