/** Makes the store's pictures, the README's strip and the glance's picture out of the screenshots, and the store's icon out of its source. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { iconPx, picturePx } from '../release/store-image-checks.ts';
import { loadRasteriser, type Rasterise, transparent } from './rasteriser.ts';

/** Pages in the order of a session, by the name of their screenshot. */
const session = ['2-home', '3-position', '4-hold', '5-linger', '6-march', '9-summary'] as const;
/** The phone's list of glances shows a picture of each, named by the default language: by folder of assets, whose screenshot. */
const glances = { 'default.r': 'round-480', 'default.s': 'square-390', 'default.w432-s': 'square-390' };
const stripHeightPx = 300;
const stripGapPx = 12;

/** Every picture by its path in the repository. */
export async function storeImages(root: string): Promise<ReadonlyMap<string, Buffer>> {
  const rasterise = loadRasteriser();
  const shots: Buffer[] = [];
  for (const name of session) shots.push(await screenshot(root, name));
  const images = new Map<string, Buffer>();
  for (const [at, shot] of shots.entries())
    images.set(`store/pictures/${session[at]}.png`, await square(rasterise, shot, picturePx));
  for (const [folder, model] of Object.entries(glances)) {
    const glance = await screenshot(root, '9-glance', model);
    images.set(`assets/${folder}/glance_en-US.png`, await square(rasterise, glance, iconPx));
  }
  images.set('store/icon-240.png', await icon(rasterise, root));
  images.set('docs/screenshots/strip.png', await strip(rasterise, shots));
  return images;
}

/** Writes them; returns their paths in the repository. */
export async function writeStoreImages(root: string): Promise<readonly string[]> {
  const images = await storeImages(root);
  await mkdir(join(root, 'store', 'pictures'), { recursive: true });
  for (const [file, bytes] of images) await writeFile(join(root, file), bytes);
  return [...images.keys()];
}

async function screenshot(root: string, name: string, model = 'round-480'): Promise<Buffer> {
  const file = `docs/screenshots/${name}-${model}.png`;
  const bytes = await readFile(join(root, file)).catch(() => null);
  if (bytes === null) throw new Error(`${file} is missing: run \`npm run pictures -- screenshots\`.`);
  return bytes;
}

function square(rasterise: Rasterise, image: Buffer, edgePx: number): Promise<Buffer> {
  return rasterise(image)
    .ensureAlpha()
    .resize(edgePx, edgePx, { fit: 'contain', background: transparent })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

async function icon(rasterise: Rasterise, root: string): Promise<Buffer> {
  const svg = await readFile(join(root, 'tools', 'pictures', 'art', 'icon.svg'));
  return rasterise(svg, { density: 288 })
    .ensureAlpha()
    .resize(iconPx, iconPx)
    .png({ compressionLevel: 9 })
    .toBuffer();
}

async function strip(rasterise: Rasterise, shots: readonly Buffer[]): Promise<Buffer> {
  const pieces = await Promise.all(shots.map((shot) => square(rasterise, shot, stripHeightPx)));
  const width = pieces.length * (stripHeightPx + stripGapPx) - stripGapPx;
  return rasterise({ create: { width, height: stripHeightPx, channels: 4, background: transparent } })
    .composite(pieces.map((input, at) => ({ input, left: at * (stripHeightPx + stripGapPx), top: 0 })))
    .png({ compressionLevel: 9 })
    .toBuffer();
}
