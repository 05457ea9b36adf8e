/**
 * `npm run assets`: draws the app's pictures from their SVG sources in scripts/art into assets/.
 * The pictures are committed; this runs only when a source changes. Uses the image library the packer brings.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportFailure } from './build/failure.ts';
import { repositoryRoot } from './build/project.ts';
import { loadRasteriser, type Rasterise } from './build/rasteriser.ts';

/** One folder per shape of the manifest's target, the last one for 432 px wide square screens. */
const assetFolders = ['default.r', 'default.s', 'default.w432-s'] as const;

/** Edge of the launcher icon on the watch: a 240 px disc with a transparent rim of 4 px. */
const iconPx = 248;

async function drawIcon(rasterise: Rasterise): Promise<void> {
  const svg = await readFile(join(repositoryRoot, 'scripts', 'art', 'icon.svg'));
  const png = await rasterise(svg, { density: 288 })
    .resize(iconPx, iconPx)
    .png({ compressionLevel: 9 })
    .toBuffer();
  for (const folder of assetFolders) {
    const path = join(repositoryRoot, 'assets', folder);
    await mkdir(path, { recursive: true });
    await writeFile(join(path, 'icon.png'), png);
    // The packer wants a picture of the glance for the phone's list of them, named by the default language.
    await writeFile(join(path, 'glance_en-US.png'), png);
  }
}

/** The drawings of the help pages fit the smallest glass; larger ones show them at the same size. */
const drawingPx = { width: 260, height: 170 };

async function drawHelp(rasterise: Rasterise, name: string): Promise<void> {
  const svg = await readFile(join(repositoryRoot, 'scripts', 'art', `help-${name}.svg`));
  const png = await rasterise(svg, { density: 72 })
    .resize(drawingPx.width, drawingPx.height)
    .png({ compressionLevel: 9 })
    .toBuffer();
  for (const folder of assetFolders) {
    const path = join(repositoryRoot, 'assets', folder, 'help');
    await mkdir(path, { recursive: true });
    await writeFile(join(path, `${name}.png`), png);
  }
}

try {
  const rasterise = loadRasteriser();
  await drawIcon(rasterise);
  for (const name of ['find', 'hook', 'back', 'band', 'pose']) await drawHelp(rasterise, name);
} catch (error) {
  reportFailure(error);
}
