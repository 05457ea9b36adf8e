import { describe, expect, it } from 'vitest';
import { paletteOrderIn } from '../../src/draw/palette-order.ts';
import { decodeTexture, isPng } from '../../src/draw/texture.ts';

interface Sample {
  readonly type: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelBits: number;
  readonly palette?: readonly number[];
  readonly pixels: readonly number[];
  /** The true width as the packer writes it into the id block. */
  readonly trueWidthPx?: number;
  readonly bottomUp?: boolean;
}

/** A TGA file as the packer writes it: 18 bytes of header, an id block, palette, pixels. */
function tga({ palette = [], pixels, trueWidthPx = 0, ...sample }: Sample): Uint8Array {
  const header = new DataView(new ArrayBuffer(18));
  const hasPalette = palette.length > 0;
  header.setUint8(0, 46);
  header.setUint8(1, hasPalette ? 1 : 0);
  header.setUint8(2, sample.type);
  header.setUint16(5, palette.length / 4, true);
  header.setUint8(7, hasPalette ? 32 : 0);
  header.setUint16(12, sample.widthPx, true);
  header.setUint16(14, sample.heightPx, true);
  header.setUint8(16, sample.pixelBits);
  header.setUint8(17, sample.bottomUp ? 0 : 0x20);
  const id = new Uint8Array(46);
  id.set([0x53, 0x4f, 0x4d, 0x48, trueWidthPx, 0]);
  return Uint8Array.from([...new Uint8Array(header.buffer), ...id, ...palette, ...pixels]);
}

/** A full palette whose entry n is the grey n, and a row of greys that rises by one. */
const GREYS = Array.from({ length: 256 }, (_, grey) => [grey, grey, grey, 255]).flat();
const CLIMB = Array.from({ length: 64 }, (_, step) => step);

const RED = [255, 0, 0, 255];
const BLUE = [0, 0, 255, 255];

const RED_BLUE = [0x00, 0xf8, 0x1f, 0x00];
const PALETTE = { type: 1, heightPx: 1, pixelBits: 8 } as const;
const RGB565 = { type: 2, widthPx: 2, heightPx: 1, pixelBits: 16, pixels: RED_BLUE } as const;

describe('packed textures', () => {
  it.each<readonly [what: string, sample: Sample, rgba: readonly number[]]>([
    ['reads RGB565, low byte first', RGB565, [...RED, ...BLUE]],
    [
      'reads a palette of blue, green, red, alpha',
      { ...PALETTE, widthPx: 2, palette: [0, 0, 255, 255, 255, 0, 0, 128], pixels: [1, 0] },
      [0, 0, 255, 128, ...RED],
    ],
    ['reads 32-bit colour', { ...RGB565, widthPx: 1, pixelBits: 32, pixels: [1, 2, 3, 4] }, [3, 2, 1, 4]],
    [
      'undoes run-length coding',
      { ...RGB565, type: 10, widthPx: 3, pixels: [0x81, 0x00, 0xf8, 0x00, 0x1f, 0x00] },
      [...RED, ...RED, ...BLUE],
    ],
    ['cuts rows that were padded to the true width', { ...RGB565, trueWidthPx: 1 }, RED],
    [
      'turns files written from the bottom up',
      { ...RGB565, widthPx: 1, heightPx: 2, bottomUp: true },
      [...BLUE, ...RED],
    ],
  ])('%s', (_what, sample, rgba) => {
    const raster = decodeTexture(tga(sample), 'plain');
    expect([raster.widthPx * raster.heightPx * 4, ...raster.rgba]).toEqual([rgba.length, ...rgba]);
  });

  it.each([
    ['plain', (index: number) => index],
    ['swapped', (index: number) => ((index << 4) | (index >> 4)) & 255],
  ] as const)(
    'have palette indices that are read in the order %s, which a package’s pictures reveal',
    (order, write) => {
      const bytes = tga({ ...PALETTE, widthPx: 64, palette: GREYS, pixels: CLIMB.map(write) });
      const greys = Array.from(decodeTexture(bytes, order).rgba).filter((_value, at) => at % 4 === 0);
      expect([greys, paletteOrderIn([bytes])]).toEqual([CLIMB, order]);
    },
  );

  it.each([
    ['plain', [1, 2, 1]],
    ['swapped', [16, 32, 16]],
  ] as const)(
    'reveal the order %s through transparent corners, even if the wrong colours are smoother',
    (order, pixels) => {
      const palette = [...GREYS];
      // In the right order it is white on a transparent ground, in the wrong one grey on grey.
      palette.splice(4, 8, 0, 0, 0, 0, 255, 255, 255, 255);
      const drawing = (entries: readonly number[]) =>
        tga({ ...PALETTE, widthPx: 3, palette: entries, pixels });
      expect(paletteOrderIn([drawing(palette)])).toBe(order);
    },
  );

  it.each<readonly [what: string, sample: Sample, told: string]>([
    [
      'of a type that it cannot read',
      { ...PALETTE, type: 3, widthPx: 1, pixels: [0] },
      'unknown image type 3',
    ],
    ['that is cut off', { ...RGB565, heightPx: 2, pixels: [0, 0] }, 'cut off, 2 of 8 bytes'],
  ])('%s is refused', (_what, sample, told) => {
    expect(() => decodeTexture(tga(sample))).toThrow(`texture: ${told}`);
  });

  it('a real PNG is recognised', () => {
    expect(isPng(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toBe(true);
  });
});
