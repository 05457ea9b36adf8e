import { describe, expect, it } from 'vitest';
import { asciiBytes } from '../../../utils/core/base/bytes.ts';
import { crc32, hasRightCrc, withCrc } from '../../../utils/core/base/crc32.ts';
import { createPartCrc32 } from '../../../utils/core/base/part-crc32.ts';
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

describe('bytes with their CRC-32 at the end', () => {
  const bytes = withCrc([asciiBytes('12345'), asciiBytes('6789')]);

  it('have it after all parts, big-endian', () => {
    expect(bytes).toEqual(Uint8Array.from([...asciiBytes('123456789'), 0xcb, 0xf4, 0x39, 0x26]));
  });

  it('are recognised where it stands, and nowhere else', () => {
    const at = [0, 8, 9, 10, 13].filter((crcAt) => hasRightCrc(bytes, 0, crcAt));
    expect(at).toEqual([9]);
    expect(hasRightCrc(bytes, 1, 9)).toBe(false);
  });

  it('that are cut are not', () => {
    expect(hasRightCrc(bytes.subarray(0, 12), 0, 9)).toBe(false);
    // The last byte of this checksum is 0, and what is beyond the end reads as 0 too.
    const zero = Array.from({ length: 2_000 }, (_, one) => withCrc([[one >> 8, one & 255]])).find(
      (one) => one[5] === 0,
    );
    expect(zero && [hasRightCrc(zero, 0, 2), hasRightCrc(zero.subarray(0, 5), 0, 2)]).toEqual([true, false]);
  });
});

describe('the CRC-32 of bytes of which a part is known', () => {
  const crc32Of = createWordCrc32();
  const bytes = Uint8Array.from({ length: 90 }, (_, at) => (at * 53 + 7) & 255);

  it('is that of all of them, wherever the part stands and whatever its length', () => {
    for (const from of [0, 4, 5])
      for (let partAt = from; partAt < 12; partAt++)
        for (let end = partAt; end <= bytes.length; end++) {
          const partOf = createPartCrc32(bytes.slice(partAt, end), crc32Of);
          expect(partOf(bytes, from, partAt)).toBe(bitwiseCrc32(bytes.subarray(from)));
        }
  });

  it('is that of other bytes around the same part', () => {
    const partOf = createPartCrc32(bytes.slice(8, 70), crc32Of);
    for (let other = 0; other < 256; other += 5) {
      const around = bytes.slice();
      around[4] = other;
      around[80] = 255 - other;
      expect(partOf(around, 4, 8)).toBe(bitwiseCrc32(around.subarray(4)));
      expect(partOf(around.subarray(0, 70), 4, 8)).toBe(bitwiseCrc32(around.subarray(4, 70)));
    }
  });

  it('of a megabyte is that of all of it', () => {
    const many = Uint8Array.from({ length: 2 ** 20 }, (_, at) => (at * 31 + (at >> 9)) & 255);
    const partOf = createPartCrc32(many.slice(8, -9), crc32Of);
    expect(partOf(many, 4, 8)).toBe(crc32(many, 4));
  });
});
