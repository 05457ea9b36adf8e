/** What watch and phone store and send ends with its CRC-32: made and looked at in one place, for all of them. */
import { concatBytes, u32At, u32Bytes } from './bytes.ts';
import { crc32 } from './crc32.ts';

/** Bytes of the checksum. */
export const CRC = 4;

/** All parts one after the other and then the CRC-32 over them, big-endian. */
export function withCrc(parts: readonly ArrayLike<number>[]): Uint8Array {
  const bytes = concatBytes(parts);
  return concatBytes([bytes, u32Bytes(crc32(bytes))]);
}

/** The four bytes at `crcAt` are there and are the CRC-32 over those from `from` to them. */
export function isChecked(bytes: Uint8Array, from: number, crcAt: number): boolean {
  return crcAt + CRC <= bytes.length && crc32(bytes, from, crcAt) === u32At(bytes, crcAt);
}
