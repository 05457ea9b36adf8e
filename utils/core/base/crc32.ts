/** The CRC-32 of IEEE 802.3 and zip (reflected polynomial 0xEDB88320). */
import { concatBytes, u32At, u32Bytes } from './bytes.ts';

/** The CRC of each half byte, from which those of whole bytes are made. */
const HALF_BYTE_CRCS: readonly number[] = [
  0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c, 0xedb88320,
  0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
];

/**
 * The CRC of each byte. A session's state is checked before every cue, so a slow checksum would make cues late. Using whole
 * bytes instead of half bytes makes a relaunch into a hold a tenth cheaper.
 */
const BYTE_CRCS: readonly number[] = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) =>
  halfByteStep(halfByteStep(byte)),
);

function halfByteStep(crc: number): number {
  return (crc >>> 4) ^ (HALF_BYTE_CRCS[crc & 15] as number);
}

/**
 * The CRC-32 of the bytes from `from` up to `to`.
 * @returns an unsigned number of 32 bits
 */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let crc = -1;
  for (const byte of bytes.subarray(from, to)) {
    crc = (crc >>> 8) ^ (BYTE_CRCS[(crc ^ byte) & 255] as number);
  }
  return ~crc >>> 0;
}

/** Log frames and messages end with their CRC-32, four bytes big-endian. */
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
