/**
 * CRC-32 as in IEEE 802.3 and zip (reflected polynomial 0xEDB88320), without a table: the watch pays for every
 * byte of a bundle, and a frame is short.
 * @returns an unsigned 32-bit number.
 */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let crc = -1;
  for (let at = from; at < to; at++) {
    // Beyond the end there is nothing, which changes no bit.
    crc ^= bytes[at] as number;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 * (crc & 1));
  }
  return ~crc >>> 0;
}
