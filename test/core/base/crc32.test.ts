import { describe, expect, it } from 'vitest';
import { asciiBytes } from '../../../utils/core/base/bytes.ts';
import { crc32 } from '../../../utils/core/base/crc32.ts';

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

describe('crc32', () => {
  it.each(VECTORS)('gives the published value for %s', (_, bytes, hex) => {
    expect(crc32(bytes).toString(16).padStart(8, '0')).toBe(hex);
  });

  it('covers the stretch it is given and nothing else', () => {
    expect(crc32(asciiBytes('xx123456789yy'), 2, 11)).toBe(0xcbf43926);
  });
});
