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
  /** True width as the packer writes it into the id block. */
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

/** A full palette whose entry n is the grey n, and a row of greys that climbs by one. */
const GREYS = Array.from({ length: 256 }, (_, grey) => [grey, grey, grey, 255]).flat();
const CLIMB = Array.from({ length: 64 }, (_, step) => step);

const RED = [255, 0, 0, 255];
const BLUE = [0, 0, 255, 255];

describe('packed textures', () => {
  it('reads RGB565, low byte first', () => {
    const raster = decodeTexture(
      tga({ type: 2, widthPx: 2, heightPx: 1, pixelBits: 16, pixels: [0x00, 0xf8, 0x1f, 0x00] }),
    );
    expect(Array.from(raster.rgba)).toEqual([...RED, ...BLUE]);
  });

  it('reads a palette of blue, green, red, alpha', () => {
    const palette = [0, 0, 255, 255, 255, 0, 0, 128];
    const raster = decodeTexture(
      tga({ type: 1, widthPx: 2, heightPx: 1, pixelBits: 8, palette, pixels: [1, 0] }),
      'plain',
    );
    expect(Array.from(raster.rgba)).toEqual([0, 0, 255, 128, ...RED]);
  });

  const ORDERS = [
    ['plain', (index: number) => index],
    ['swapped', (index: number) => ((index << 4) | (index >> 4)) & 255],
  ] as const;

  it.each(ORDERS)('reads palette indices written %s', (order, write) => {
    const pixels = CLIMB.map(write);
    const bytes = tga({ type: 1, widthPx: 64, heightPx: 1, pixelBits: 8, palette: GREYS, pixels });
    const greys = Array.from(decodeTexture(bytes, order).rgba).filter((_value, at) => at % 4 === 0);
    expect(greys).toEqual(CLIMB);
  });

  it.each(ORDERS)('finds out that a package writes them %s', (order, write) => {
    const pixels = CLIMB.map(write);
    const bytes = tga({ type: 1, widthPx: 64, heightPx: 1, pixelBits: 8, palette: GREYS, pixels });
    expect(paletteOrderIn([bytes])).toBe(order);
  });

  it('reads 32-bit colour', () => {
    const raster = decodeTexture(
      tga({ type: 2, widthPx: 1, heightPx: 1, pixelBits: 32, pixels: [1, 2, 3, 4] }),
    );
    expect(Array.from(raster.rgba)).toEqual([3, 2, 1, 4]);
  });

  it('undoes run-length coding', () => {
    const pixels = [0x81, 0x00, 0xf8, 0x00, 0x1f, 0x00];
    const raster = decodeTexture(tga({ type: 10, widthPx: 3, heightPx: 1, pixelBits: 16, pixels }));
    expect(Array.from(raster.rgba)).toEqual([...RED, ...RED, ...BLUE]);
  });

  it('cuts rows that were padded to the true width', () => {
    const pixels = [0x00, 0xf8, 0x1f, 0x00];
    const raster = decodeTexture(
      tga({ type: 2, widthPx: 2, heightPx: 1, pixelBits: 16, pixels, trueWidthPx: 1 }),
    );
    expect([raster.widthPx, ...raster.rgba]).toEqual([1, ...RED]);
  });

  it('turns files written from the bottom up', () => {
    const pixels = [0x00, 0xf8, 0x1f, 0x00];
    const raster = decodeTexture(
      tga({ type: 2, widthPx: 1, heightPx: 2, pixelBits: 16, pixels, bottomUp: true }),
    );
    expect(Array.from(raster.rgba)).toEqual([...BLUE, ...RED]);
  });

  it('names the type that it cannot read', () => {
    expect(() => decodeTexture(tga({ type: 3, widthPx: 1, heightPx: 1, pixelBits: 8, pixels: [0] }))).toThrow(
      'texture: unknown image type 3',
    );
  });

  it('says how much of a cut-off file is there', () => {
    expect(() =>
      decodeTexture(tga({ type: 2, widthPx: 2, heightPx: 2, pixelBits: 16, pixels: [0, 0] })),
    ).toThrow('texture: cut off, 2 of 8 bytes');
  });

  it('tells a real PNG apart', () => {
    expect(isPng(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toBe(true);
  });
});
