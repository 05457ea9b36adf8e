/** The pictures of the store listing, the README's strip and the glance's picture, all made of the screenshots. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { iconPx, picturePx } from '../release/store-image-checks.ts';

/** Screenshots in the order of a session, by the beginning of their names. */
const SESSION = ['2-home', '3-position', '4-hold', '5-linger', '6-march', '9-summary'] as const;
/** The phone lists glances with a picture of each. For each folder of assets, the screenshot that it is made of. */
const GLANCES = { 'default.r': 'round-480', 'default.s': 'square-390', 'default.w432-s': 'square-390' };
const STRIP_HEIGHT_PX = 300;
const STRIP_GAP_PX = 12;
const TRANSPARENT = { r: 0, g: 0, b: 0, alpha: 0 };

/** Every picture by its path in the repository. */
export async function storeImages(root: string): Promise<ReadonlyMap<string, Buffer>> {
  const shots = SESSION.map((name) => screenshot(root, name));
  const images = new Map<string, Buffer>();
  for (const [at, shot] of shots.entries())
    images.set(`store/pictures/${SESSION[at]}.png`, await square(shot, picturePx));
  for (const [folder, model] of Object.entries(GLANCES))
    images.set(
      `assets/${folder}/glance_en-US.png`,
      await square(screenshot(root, '9-glance', model), iconPx),
    );
  const iconSource = join(root, 'tools', 'pictures', 'art', 'icon.svg');
  images.set(
    'store/icon-240.png',
    await sharp(iconSource, { density: 288 })
      .ensureAlpha()
      .resize(iconPx, iconPx)
      .png({ compressionLevel: 9 })
      .toBuffer(),
  );
  images.set('docs/screenshots/strip.png', await strip(shots));
  return images;
}

/** Writes them; returns their paths in the repository. */
export async function writeStoreImages(root: string): Promise<readonly string[]> {
  const images = await storeImages(root);
  await mkdir(join(root, 'store', 'pictures'), { recursive: true });
  for (const [file, bytes] of images) await writeFile(join(root, file), bytes);
  return [...images.keys()];
}

/** Path of a screenshot. @throws Error if it was never taken */
function screenshot(root: string, name: string, model = 'round-480'): string {
  const file = `docs/screenshots/${name}-${model}.png`;
  if (!existsSync(join(root, file)))
    throw new Error(`${file} is missing: run \`npm run pictures -- screenshots\`.`);
  return join(root, file);
}

function square(image: string, edgePx: number): Promise<Buffer> {
  return sharp(image)
    .ensureAlpha()
    .resize(edgePx, edgePx, { fit: 'contain', background: TRANSPARENT })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

async function strip(shots: readonly string[]): Promise<Buffer> {
  const pieces = await Promise.all(shots.map((shot) => square(shot, STRIP_HEIGHT_PX)));
  const width = pieces.length * (STRIP_HEIGHT_PX + STRIP_GAP_PX) - STRIP_GAP_PX;
  return sharp({ create: { width, height: STRIP_HEIGHT_PX, channels: 4, background: TRANSPARENT } })
    .composite(pieces.map((input, at) => ({ input, left: at * (STRIP_HEIGHT_PX + STRIP_GAP_PX), top: 0 })))
    .png({ compressionLevel: 9 })
    .toBuffer();
}
