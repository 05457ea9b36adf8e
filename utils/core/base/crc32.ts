/** The CRC-32 of IEEE 802.3 and zip (reflected polynomial 0xEDB88320). */

/**
 * The CRC of each half byte. A session's state is checked before every cue, so the checksum makes cues late; going by half
 * bytes is less than half the work of going bit by bit.
 */
const HALF_BYTE_CRCS: readonly number[] = [
  0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c, 0xedb88320,
  0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
];

/**
 * The CRC-32 of the bytes from `from` up to `to`.
 * @returns an unsigned number of 32 bits
 */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let crc = -1;
  for (let at = from; at < to; at++) {
    crc ^= bytes[at] as number;
    crc = (crc >>> 4) ^ (HALF_BYTE_CRCS[crc & 15] as number);
    crc = (crc >>> 4) ^ (HALF_BYTE_CRCS[crc & 15] as number);
  }
  return ~crc >>> 0;
}
