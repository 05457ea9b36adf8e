/** The pictures in assets are what their SVG sources give now. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ASSET_FOLDERS, assetPictures, drawPicture } from '../../tools/pictures/draw-assets.ts';
import { repositoryRoot } from '../../tools/shared/project.ts';

const assets = join(repositoryRoot, 'assets');
const art = join(repositoryRoot, 'tools', 'pictures', 'art');
const pictures = await assetPictures();

/** Paths of the files below `root` with this ending. */
function filesBelow(root: string, ending: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .sort();
}

it('every source is drawn', () => {
  const sources = new Set(pictures.map(({ source }) => source));
  expect([...sources].sort()).toEqual(filesBelow(art, '.svg'));
});

it('there is an asset folder for each shape', () => {
  expect(readdirSync(assets).sort()).toEqual([...ASSET_FOLDERS].sort());
});

it.each(ASSET_FOLDERS)(
  "%s holds no picture without a source, apart from the glance's, which is a screenshot",
  (folder) => {
    const drawn = pictures.map(({ file }) => file);
    const others = filesBelow(join(assets, folder), '.png').filter((file) => !drawn.includes(file));
    expect(others).toEqual(['glance_en-US.png']);
  },
);

describe.each(pictures.map((picture) => [picture.file, picture] as const))('%s', (file, picture) => {
  const paths = ASSET_FOLDERS.map((folder) => join(assets, folder, file));

  it('is in each folder as `npm run pictures -- assets` draws it', async () => {
    const png = await drawPicture(picture);
    expect(paths.filter((path) => !existsSync(path) || !readFileSync(path).equals(png))).toEqual([]);
  });

  it('has the stated size', async () => {
    const sizes = await Promise.all(paths.map(async (path) => sharp(path).metadata()));
    expect(sizes.map(({ width, height }) => [width, height])).toEqual(
      paths.map(() => [picture.widthPx, picture.heightPx]),
    );
  });
});

it('every drawing of a position is at least 200 px wide and there for both sides or for neither', () => {
  const positions = pictures.filter(({ file }) => file.startsWith('draw/'));
  expect(positions.filter(({ widthPx }) => widthPx < 200)).toEqual([]);
  const names = positions.map(({ file }) => file.replace(/^draw\/|\.png$/g, ''));
  const alone = names.filter((name) => {
    const other = name.replace(/left$|right$/, (side) => (side === 'left' ? 'right' : 'left'));
    return !names.includes(other);
  });
  expect(alone).toEqual([]);
});
