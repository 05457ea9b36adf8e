/**
 * Draws the app's pictures from their SVG sources in tools/pictures/art into assets/.
 * The pictures are committed: they are drawn anew only when a source changes.
 *
 * The teaching drawings (`art/draw`, `art/help-*.svg`) share one style. A body is an outline: each limb is a path,
 * stroked wide in white and then narrower in black, so that limbs of one group join and later groups cover earlier
 * ones. The kit is green, movement and what to avoid amber, the watch blue, the floor grey.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { repositoryRoot } from '../shared/project.ts';

/** One folder for each shape of the manifest's target; the last is for square screens of 432 px. */
export const ASSET_FOLDERS: readonly string[] = ['default.r', 'default.s', 'default.w432-s'];
const ART = join(repositoryRoot, 'tools', 'pictures', 'art');

/** Edge of the launcher icon on the watch: a disc of 240 px with a transparent rim of 4 px. */
const ICON_PX = 248;
/** The SVG of the icon is drawn four times as large before it is scaled down. */
const ICON_DENSITY = 288;
/** Pixels for each inch of an SVG that draw one pixel for each of its units. */
const PIXEL_DENSITY = 72;
const HELP_DRAWINGS = ['find', 'hook', 'back', 'band', 'pose'];
/** Shades that a teaching drawing needs: five colours and the edges between them. */
const DRAWING_COLOURS = 64;

export interface AssetPicture {
  /** Path of the SVG below tools/pictures/art. */
  readonly source: string;
  /** Path of the PNG below each folder of `ASSET_FOLDERS`. */
  readonly file: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly density?: number;
  /** Most colours of the PNG; without it, as many as the drawing has. */
  readonly colours?: number;
  readonly mirrored?: boolean;
}

/** Every picture that is drawn. */
export async function assetPictures(): Promise<readonly AssetPicture[]> {
  const positions = await namesIn('draw');
  return [
    { source: 'icon.svg', file: 'icon.png', ...square(ICON_PX), density: ICON_DENSITY },
    { source: 'clear.svg', file: 'clear.png', ...square(16) },
    ...HELP_DRAWINGS.map((name) => ({
      source: `help-${name}.svg`,
      file: `help/${name}.png`,
      widthPx: 260,
      heightPx: 170,
      colours: DRAWING_COLOURS,
    })),
    ...positions.flatMap(positionPictures),
  ];
}

/** PNG bytes of `picture`, the same at every call. */
export async function drawPicture(picture: AssetPicture): Promise<Buffer> {
  const { source, widthPx, heightPx, density = PIXEL_DENSITY, colours, mirrored = false } = picture;
  const indexed = colours === undefined ? {} : { palette: true, colours, effort: 10 };
  return sharp(join(ART, source), { density })
    .resize(widthPx, heightPx)
    .flop(mirrored)
    .png({ compressionLevel: 9, ...indexed })
    .toBuffer();
}

/** Draws every picture anew. */
export async function drawAssets(): Promise<void> {
  for (const picture of await assetPictures()) {
    const png = await drawPicture(picture);
    for (const folder of ASSET_FOLDERS) {
      const path = join(repositoryRoot, 'assets', folder, picture.file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, png);
    }
  }
}

/**
 * A source that is named for one side, such as `march-left`, gives the other side's picture as its mirror image. What
 * is seen from the front is therefore drawn as in a mirror: the wearer's left is at the left.
 */
function positionPictures(name: string): readonly AssetPicture[] {
  const picture = {
    source: `draw/${name}.svg`,
    file: `draw/${name}.png`,
    widthPx: 260,
    heightPx: 120,
    colours: DRAWING_COLOURS,
  };
  const otherSide = name.replace(/left$|right$/, (side) => (side === 'left' ? 'right' : 'left'));
  return otherSide === name
    ? [picture]
    : [picture, { ...picture, file: `draw/${otherSide}.png`, mirrored: true }];
}

function square(edgePx: number): { readonly widthPx: number; readonly heightPx: number } {
  return { widthPx: edgePx, heightPx: edgePx };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(join(ART, folder));
  return files.map((file) => file.replace(/\.svg$/, '')).sort();
}
