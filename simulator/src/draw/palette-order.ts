/**
 * Finds out how a package writes its palette indices: nothing in its files says so, but in the wrong order every
 * picture is noise. All pictures of a package are written alike, so they decide together. Pure.
 */

import { decodeTexture, hasPalette, type PaletteOrder, type Raster } from './texture.ts';

/** Pictures that are looked at; more would take time and change nothing. */
const MOST_PICTURES = 24;

/** How much neighbours differ, summed over colours weighted by opacity: small for a picture, large for noise. */
export function roughness({ widthPx, heightPx, rgba }: Raster): number {
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

/** The order in which the pictures together are smoother; `swapped`, as most watches have it, when it is a tie. */
export function paletteOrderIn(files: Iterable<Uint8Array>): PaletteOrder {
  const sums = { swapped: 0, plain: 0 };
  let looked = 0;
  for (const bytes of files) {
    if (!hasPalette(bytes)) continue;
    try {
      sums.swapped += roughness(decodeTexture(bytes, 'swapped'));
      sums.plain += roughness(decodeTexture(bytes, 'plain'));
    } catch {
      // Not a picture after all, or a torn one: it is named when it is drawn.
      continue;
    }
    looked += 1;
    if (looked >= MOST_PICTURES) break;
  }
  return sums.plain < sums.swapped ? 'plain' : 'swapped';
}

/** The packed pictures among the files of a package, by their ending. */
export function* picturesIn(files: ReadonlyMap<string, Uint8Array>): Generator<Uint8Array> {
  for (const [path, bytes] of files) if (path.endsWith('.png')) yield bytes;
}
