/**
 * Draws the app's pictures from their SVG sources in tools/pictures/art into assets/.
 * The pictures are committed: they are drawn anew only when a source changes.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { repositoryRoot } from '../shared/project.ts';

/** One folder for each shape of the manifest's target; the last is for square screens of 432 px. */
const ASSET_FOLDERS = ['default.r', 'default.s', 'default.w432-s'];
const ART = join(repositoryRoot, 'tools', 'pictures', 'art');

/** Edge of the launcher icon on the watch: a disc of 240 px with a transparent rim of 4 px. */
const ICON_PX = 248;
/** The SVG of the icon is drawn four times as large before it is scaled down. */
const ICON_DENSITY = 288;
const HELP_DRAWINGS = ['find', 'hook', 'back', 'band', 'pose'];

/** Draws every picture anew. The sizes of drawings, glyphs and cue signs fit the smallest screen. */
export async function drawAssets(): Promise<void> {
  await draw('icon.svg', 'icon.png', ICON_PX, ICON_PX, ICON_DENSITY);
  await draw('clear.svg', 'clear.png', 16, 16);
  for (const name of HELP_DRAWINGS) await draw(`help-${name}.svg`, `help/${name}.png`, 260, 170);
  for (const name of await namesIn('glyph')) await draw(`glyph/${name}.svg`, `glyph/${name}.png`, 66, 66);
  for (const name of await namesIn('cue')) await draw(`cue/${name}.svg`, `cue/${name}.png`, 116, 116);
}

/** @param density pixels for each inch of the SVG; 72 draws one pixel for each of its units */
async function draw(
  source: string,
  target: string,
  widthPx: number,
  heightPx: number,
  density = 72,
): Promise<void> {
  const png = await sharp(join(ART, source), { density })
    .resize(widthPx, heightPx)
    .png({ compressionLevel: 9 })
    .toBuffer();
  for (const folder of ASSET_FOLDERS) {
    const path = join(repositoryRoot, 'assets', folder, target);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, png);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(join(ART, folder));
  return files.map((file) => file.replace(/\.svg$/, '')).sort();
}
