/** The CRC-32 of IEEE 802.3 and zip (reflected polynomial 0xEDB88320). */
import { concatBytes, u32At, u32Bytes } from './bytes.ts';

export const POLYNOMIAL = 0xedb88320;

/**
 * The CRC of each byte. A session's state is checked before every cue, so a slow checksum would make cues late. Using whole
 * bytes instead of half bytes makes a relaunch into a hold a tenth cheaper.
 */
export const BYTE_CRCS: ArrayLike<number> = /* @__PURE__ */ byteCrcs();

function byteCrcs(): Int32Array {
  const crcs = new Int32Array(256);
  let crc = 1;
  for (let bit = 128; bit > 0; bit >>= 1) {
    crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
    // The CRC of a byte with several bits set is the exclusive or of theirs.
    for (let lower = 0; lower < 256; lower += 2 * bit) crcs[lower + bit] = crc ^ (crcs[lower] as number);
  }
  return crcs;
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
