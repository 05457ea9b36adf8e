import { describe, expect, it } from 'vitest';
import { asciiBytes } from '../../../utils/core/base/bytes.ts';
import { crc32 } from '../../../utils/core/base/crc32.ts';
import { createWordCrc32 } from '../../../utils/core/base/word-crc32.ts';

/** The check value is the CRC catalogue's for CRC-32/ISO-HDLC; the others are what zlib's crc32 gives. */
const VECTORS: readonly (readonly [string, Uint8Array, string])[] = [
  ['no bytes', asciiBytes(''), '00000000'],
  ['a', asciiBytes('a'), 'e8b7be43'],
  ['abc', asciiBytes('abc'), '352441c2'],
  ['the check value', asciiBytes('123456789'), 'cbf43926'],
  ['a pangram', asciiBytes('The quick brown fox jumps over the lazy dog'), '414fa339'],
  ['32 zeros', new Uint8Array(32), '190a55ad'],
  ['32 times 255', new Uint8Array(32).fill(255), 'ff6cab0b'],
  ['0 to 31', Uint8Array.from({ length: 32 }, (_, at) => at), '91267e8a'],
];

/** The definition, bit by bit. */
function bitwiseCrc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

describe.each([
  ['a byte at a time', crc32],
  ['a word at a time', createWordCrc32()],
])('the CRC-32, %s,', (_name, crc32Of) => {
  it.each(VECTORS)('gives the published value for %s', (_, bytes, hex) => {
    expect(crc32Of(bytes).toString(16).padStart(8, '0')).toBe(hex);
  });

  it('covers the given range and nothing else', () => {
    expect(crc32Of(asciiBytes('xx123456789yy'), 2, 11)).toBe(0xcbf43926);
  });

  it('agrees with the definition for ranges of any length and start', () => {
    const bytes = Uint8Array.from({ length: 64 }, (_, at) => (at * 37 + 11) & 255);
    for (let from = 0; from < 9; from++)
      for (let to = from; to <= bytes.length; to++)
        expect(crc32Of(bytes, from, to)).toBe(bitwiseCrc32(bytes.subarray(from, to)));
  });

  it('reads the bytes of a view, and not those around it', () => {
    const view = Buffer.from('xx123456789yy').subarray(2, 11);
    expect(crc32Of(view)).toBe(0xcbf43926);
  });

  it('takes a range that ends before it begins for an empty one', () => {
    expect(crc32Of(asciiBytes('123456789'), 5, 2)).toBe(0);
  });
});
