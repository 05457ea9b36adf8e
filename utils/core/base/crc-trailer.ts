/** Log frames and messages end with their CRC-32, four bytes big-endian. */
import { concatBytes, u32At, u32Bytes } from './bytes.ts';
import { crc32 } from './crc32.ts';

export const CRC_BYTES = 4;

/** All parts one after the other, and then the CRC-32 over them. */
export function withCrc(parts: readonly ArrayLike<number>[]): Uint8Array {
  const bytes = concatBytes(parts);
  return concatBytes([bytes, u32Bytes(crc32(bytes))]);
}

/** Whether the four bytes at `crcAt` are there and are the CRC-32 over the bytes from `from` up to `crcAt`. */
export function hasRightCrc(bytes: Uint8Array, from: number, crcAt: number): boolean {
  return crcAt + CRC_BYTES <= bytes.length && crc32(bytes, from, crcAt) === u32At(bytes, crcAt);
}
