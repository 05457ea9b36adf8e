/**
 * The CRC-32 of `crc32.ts`, four bytes at a time, as zlib computes it. It takes half of the work, but its tables take as much as
 * checking 1.5 KB, and more code to load. It is for the helper, which checks a session again and again and may not work much.
 */
import { BYTE_CRCS } from './crc32.ts';

/** @param before the CRC-32 of the bytes that come before these; 0 if there are none */
export type WordCrc32 = (bytes: Uint8Array, from?: number, to?: number, before?: number) => number;

/** What `crcs` become after one more byte, which is 0. */
function followedByZero(crcs: ArrayLike<number>): Int32Array {
  const followed = new Int32Array(256);
  for (let at = 0; at < 256; at++) {
    const crc = crcs[at] as number;
    followed[at] = (crc >>> 8) ^ (BYTE_CRCS[crc & 255] as number);
  }
  return followed;
}

export function createWordCrc32(): WordCrc32 {
  // The CRC of each byte that one, two or three zeros follow, for the bytes of a word.
  const crcs1 = followedByZero(BYTE_CRCS);
  const crcs2 = followedByZero(crcs1);
  const crcs3 = followedByZero(crcs2);
  return (bytes, from = 0, to = bytes.length, before = 0) => {
    const part = bytes.subarray(from, to);
    // The bytes of a word are in little-endian order on every watch.
    const words = new Int32Array(part.length >> 2);
    new Uint8Array(words.buffer).set(part.subarray(0, words.byteLength));
    let crc = ~before;
    for (const word of words) {
      crc ^= word;
      crc =
        (crcs3[crc & 255] as number) ^
        (crcs2[(crc >>> 8) & 255] as number) ^
        (crcs1[(crc >>> 16) & 255] as number) ^
        (BYTE_CRCS[crc >>> 24] as number);
    }
    for (const byte of part.subarray(words.byteLength))
      crc = (crc >>> 8) ^ (BYTE_CRCS[(crc ^ byte) & 255] as number);
    return ~crc >>> 0;
  };
}
