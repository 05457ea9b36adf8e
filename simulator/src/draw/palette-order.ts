/**
 * Finds out how a package writes its palette indices. Nothing in its files says so, but a picture that is read in the wrong order is noise.
 * All pictures of a package are written in the same order, so they are examined together.
 */
import { decodeTexture, hasPalette, type PaletteOrder, type Raster } from './texture.ts';

/** How many pictures are examined. More would take time and change nothing. */
const MOST_PICTURES = 24;

/** Sum of the differences between neighbouring pixels, with colours weighted by opacity: small for a picture, large for noise. */
function roughness({ widthPx, heightPx, rgba }: Raster): number {
  const weighted = (at: number, channel: number): number => {
    const alpha = rgba[at + 3] ?? 0;
    return channel === 3 ? alpha : ((rgba[at + channel] ?? 0) * alpha) / 255;
  };
  let sum = 0;
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const here = (y * widthPx + x) * 4;
      for (let channel = 0; channel < 4; channel++) {
        const value = weighted(here, channel);
        if (x > 0) sum += Math.abs(value - weighted(here - 4, channel));
        if (y > 0) sum += Math.abs(value - weighted(here - widthPx * 4, channel));
      }
    }
  }
  return sum;
}

/** How many of a picture's corners are transparent, 0 to 4. */
function clearCorners({ widthPx, heightPx, rgba }: Raster): number {
  const lastRow = (heightPx - 1) * widthPx;
  const corners = [0, widthPx - 1, lastRow, lastRow + widthPx - 1];
  return corners.filter((pixel) => rgba[pixel * 4 + 3] === 0).length;
}

/**
 * Chooses the order in which more corners of the pictures are transparent, because a drawing of few colours is as smooth with the wrong
 * colours. If the corners do not decide, it chooses the order in which the pictures are smoother. If that does not decide either, it is
 * `swapped`, which most watches use.
 */
export function paletteOrderIn(files: Iterable<Uint8Array>): PaletteOrder {
  const sums = { swapped: 0, plain: 0 };
  const corners = { swapped: 0, plain: 0 };
  let examined = 0;
  for (const bytes of files) {
    if (!hasPalette(bytes)) continue;
    try {
      const [swapped, plain] = [decodeTexture(bytes, 'swapped'), decodeTexture(bytes, 'plain')];
      sums.swapped += roughness(swapped);
      sums.plain += roughness(plain);
      corners.swapped += clearCorners(swapped);
      corners.plain += clearCorners(plain);
    } catch {
      // This file is no picture, or a damaged one. That shows when it is drawn.
      continue;
    }
    examined += 1;
    if (examined >= MOST_PICTURES) break;
  }
  if (corners.plain !== corners.swapped) return corners.plain > corners.swapped ? 'plain' : 'swapped';
  return sums.plain < sums.swapped ? 'plain' : 'swapped';
}

/** The packed pictures among the files of a package. */
export function* picturesIn(files: ReadonlyMap<string, Uint8Array>): Generator<Uint8Array> {
  for (const [path, bytes] of files) if (path.endsWith('.png')) yield bytes;
}
