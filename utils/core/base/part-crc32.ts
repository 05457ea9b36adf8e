/**
 * The CRC-32 of bytes of which a long part is known: a checksum is most of the work of reading a session, and more than half of
 * a stored session is its plan, which never changes.
 *
 * A checksum keeps a register of 32 bits. What a part of n bytes makes of it is the register, multiplied by x^8n modulo the
 * polynomial, exclusive-or what the part makes of a register of 0. Both factors of a known part stay the same. Numbers stand for
 * polynomials in the bit order of the checksum, where the highest bit is x^0.
 */
import { POLYNOMIAL } from './crc32.ts';
import type { WordCrc32 } from './word-crc32.ts';

function multiply(a: number, b: number): number {
  let product = 0;
  let shifted = b;
  for (let bit = 31; bit >= 0; bit--) {
    if ((a >> bit) & 1) product ^= shifted;
    shifted = shifted & 1 ? (shifted >>> 1) ^ (POLYNOMIAL | 0) : shifted >>> 1;
  }
  return product;
}

/** x to the power of 8 times `bytes`. */
function shiftBy(bytes: number): number {
  let shift = 1 << 31;
  let power = 1 << 23;
  for (let left = bytes; left > 0; left >>= 1) {
    if (left & 1) shift = multiply(shift, power);
    power = multiply(power, power);
  }
  return shift;
}

/** Gives the CRC-32 of the bytes from `from` to the end. The known part must stand in them at `partAt`: the caller compares it. */
export type PartCrc32 = (bytes: Uint8Array, from: number, partAt: number) => number;

/** @param part the known part */
export function createPartCrc32(part: Uint8Array, crc32Of: WordCrc32): PartCrc32 {
  const shift = shiftBy(part.length);
  const ofPart = ~crc32Of(part, 0, part.length, -1);
  return (bytes, from, partAt) => {
    const register = multiply(shift, ~crc32Of(bytes, from, partAt)) ^ ofPart;
    return crc32Of(bytes, partAt + part.length, bytes.length, ~register);
  };
}
