/**
 * Draws the app's pictures from their SVG sources in tools/pictures/art into assets/.
 * The pictures are committed: they are drawn anew only when a source changes.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../shared/project.ts';
import { loadRasteriser, type Rasterise } from './rasteriser.ts';

/** One folder per shape of the manifest's target, the last one for 432 px wide square screens. */
const assetFolders = ['default.r', 'default.s', 'default.w432-s'] as const;

/** Edge of the launcher icon on the watch: a 240 px disc with a transparent rim of 4 px. */
const iconPx = 248;

async function drawIcon(rasterise: Rasterise): Promise<void> {
  const svg = await readFile(join(repositoryRoot, 'tools', 'pictures', 'art', 'icon.svg'));
  const png = await rasterise(svg, { density: 288 })
    .resize(iconPx, iconPx)
    .png({ compressionLevel: 9 })
    .toBuffer();
  for (const folder of assetFolders) {
    const path = join(repositoryRoot, 'assets', folder);
    await mkdir(path, { recursive: true });
    await writeFile(join(path, 'icon.png'), png);
  }
}

/** Drawings of one kind: a folder of assets, and the size at which every glass shows them. */
interface Drawings {
  readonly folder: string;
  /** Where the source of `name` is. */
  readonly source: (name: string) => string;
  readonly names: readonly string[];
  readonly widthPx: number;
  readonly heightPx: number;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(join(repositoryRoot, 'tools', 'pictures', 'art', folder));
  return files.map((file) => file.replace(/\.svg$/, '')).sort();
}

async function draw(rasterise: Rasterise, drawings: Drawings): Promise<void> {
  const { folder, source, names, widthPx, heightPx } = drawings;
  for (const name of names) {
    const svg = await readFile(join(repositoryRoot, 'tools', 'pictures', 'art', source(name)));
    const png = await rasterise(svg, { density: 72 })
      .resize(widthPx, heightPx)
      .png({ compressionLevel: 9 })
      .toBuffer();
    for (const shape of assetFolders) {
      const path = join(repositoryRoot, 'assets', shape, folder);
      await mkdir(path, { recursive: true });
      await writeFile(join(path, `${name}.png`), png);
    }
  }
}

/** The sizes of drawings, glyphs and cue signs are chosen so that they fit the smallest screen. */
async function drawAll(rasterise: Rasterise): Promise<void> {
  const help = ['find', 'hook', 'back', 'band', 'pose'];
  const inFolder = (folder: string) => (name: string) => join(folder, `${name}.svg`);
  const [glyphs, cues] = [await namesIn('glyph'), await namesIn('cue')];
  await draw(rasterise, {
    folder: 'help',
    source: (name) => `help-${name}.svg`,
    names: help,
    widthPx: 260,
    heightPx: 170,
  });
  await draw(rasterise, {
    folder: 'glyph',
    source: inFolder('glyph'),
    names: glyphs,
    widthPx: 66,
    heightPx: 66,
  });
  await draw(rasterise, { folder: 'cue', source: inFolder('cue'), names: cues, widthPx: 116, heightPx: 116 });
}

/** Draws every picture of `assets` anew. */
export async function drawAssets(): Promise<void> {
  const rasterise = loadRasteriser();
  await drawIcon(rasterise);
  await drawAll(rasterise);
}
