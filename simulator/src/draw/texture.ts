/**
 * Decodes the pictures of a packed app. The official packer writes TGA files under the name `.png`, with a palette or in true
 * colour; a mark `SOMH` in the id block is followed by the true width.
 */
/** Pixels row by row from the top, each of four bytes: red, green, blue and alpha (not premultiplied). */
export interface Raster {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * How palette indices are written. Packages that zpm 3.4.1 wrote for HUANGSHAN and APOLLO chips have the halves of each index swapped, and
 * those for DIALOG chips do not. Nothing in the file says which.
 */
export type PaletteOrder = 'swapped' | 'plain';

const INDEX_OF: Readonly<Record<PaletteOrder, (stored: number) => number>> = {
  plain: (stored) => stored,
  swapped: (stored) => ((stored << 4) | (stored >> 4)) & 0xff,
};

const HEADER_BYTES = 18;
/** TGA image types: with a palette, in true colour, and a bit for run-length coding of either. */
const PALETTE = 1;
const TRUE_COLOR = 2;
const RUN_LENGTH = 8;
const TOP_TO_BOTTOM = 0x20;

/** Whether the bytes are a real PNG, which a browser can decode. */
export function isPng(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47;
}

interface Header {
  readonly kind: number;
  readonly runLength: boolean;
  readonly palette: { readonly at: number; readonly count: number; readonly entryBytes: number };
  readonly pixelsAt: number;
  readonly storedWidthPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelBytes: number;
  readonly topDown: boolean;
}

function headerOf(bytes: Uint8Array): Header {
  if (bytes.length < HEADER_BYTES) throw new Error(`texture: ${bytes.length} bytes are too few for a header`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const idBytes = view.getUint8(0);
  const type = view.getUint8(2);
  const kind = type & ~RUN_LENGTH;
  if (kind !== PALETTE && kind !== TRUE_COLOR) throw new Error(`texture: unknown image type ${type}`);
  const count = kind === PALETTE ? view.getUint16(5, true) : 0;
  const entryBytes = Math.ceil(view.getUint8(7) / 8);
  const paletteAt = HEADER_BYTES + idBytes;
  const storedWidthPx = view.getUint16(12, true);
  const marked = idBytes >= 6 && String.fromCharCode(...bytes.subarray(18, 22)) === 'SOMH';
  const trueWidthPx = marked ? view.getUint16(22, true) : 0;
  return {
    kind,
    runLength: (type & RUN_LENGTH) !== 0,
    palette: { at: paletteAt, count, entryBytes },
    pixelsAt: paletteAt + count * entryBytes,
    storedWidthPx,
    widthPx: trueWidthPx > 0 && trueWidthPx <= storedWidthPx ? trueWidthPx : storedWidthPx,
    heightPx: view.getUint16(14, true),
    pixelBytes: Math.ceil(view.getUint8(16) / 8),
    topDown: (view.getUint8(17) & TOP_TO_BOTTOM) !== 0,
  };
}

type Rgba = readonly [number, number, number, number];

/** Reads a colour of 2 (RGB565), 3 (BGR) or 4 (BGRA) bytes, the least significant first. */
function colorAt(bytes: Uint8Array, at: number, size: number): Rgba {
  const byte = (offset: number): number => bytes[at + offset] ?? 0;
  if (size === 2) {
    const packed = byte(0) | (byte(1) << 8);
    const widen = (value: number, top: number): number => Math.round((value * 255) / top);
    return [widen(packed >> 11, 31), widen((packed >> 5) & 63, 63), widen(packed & 31, 31), 255];
  }
  return [byte(2), byte(1), byte(0), size === 4 ? byte(3) : 255];
}

/** Undoes run-length coding. A packet is a count, followed by one pixel to be repeated or by that many pixels. */
function expanded(bytes: Uint8Array, header: Header): Uint8Array {
  const { pixelBytes } = header;
  const out = new Uint8Array(header.storedWidthPx * header.heightPx * pixelBytes);
  let from = header.pixelsAt;
  let to = 0;
  while (to < out.length && from < bytes.length) {
    const packet = bytes[from++] ?? 0;
    const count = (packet & 0x7f) + 1;
    const repeated = (packet & 0x80) !== 0;
    for (let pixel = 0; pixel < count && to < out.length; pixel++) {
      out.set(bytes.subarray(from, from + pixelBytes), to);
      to += pixelBytes;
      if (!repeated) from += pixelBytes;
    }
    if (repeated) from += pixelBytes;
  }
  return out;
}

/** The pixels of the file without run-length coding. Throws when some are missing. */
function pixelsOf(bytes: Uint8Array, header: Header): Uint8Array {
  const pixels = header.runLength ? expanded(bytes, header) : bytes.subarray(header.pixelsAt);
  const needed = header.storedWidthPx * header.heightPx * header.pixelBytes;
  if (pixels.length < needed) throw new Error(`texture: cut off, ${pixels.length} of ${needed} bytes`);
  return pixels;
}

/**
 * Decodes a packed picture.
 * @param order how the package writes palette indices, see `palette-order.ts`
 * @throws Error with what is wrong, for an image of another type and for a file that is cut off
 */
export function decodeTexture(bytes: Uint8Array, order: PaletteOrder = 'swapped'): Raster {
  const header = headerOf(bytes);
  const index = INDEX_OF[order];
  const { widthPx, heightPx, pixelBytes, palette, storedWidthPx } = header;
  const pixels = pixelsOf(bytes, header);
  const rgba = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let y = 0; y < heightPx; y++) {
    const row = header.topDown ? y : heightPx - 1 - y;
    for (let x = 0; x < widthPx; x++) {
      const at = (row * storedWidthPx + x) * pixelBytes;
      const color =
        header.kind === PALETTE
          ? colorAt(bytes, palette.at + index(pixels[at] ?? 0) * palette.entryBytes, palette.entryBytes)
          : colorAt(pixels, at, pixelBytes);
      rgba.set(color, (y * widthPx + x) * 4);
    }
  }
  return { widthPx, heightPx, rgba };
}

/** Whether a picture has a palette, and so depends on the palette order. */
export function hasPalette(bytes: Uint8Array): boolean {
  return bytes.length > HEADER_BYTES && ((bytes[2] ?? 0) & ~RUN_LENGTH) === PALETTE;
}
