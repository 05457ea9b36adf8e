/**
 * CRC-32 as in IEEE 802.3 and zip (reflected polynomial 0xEDB88320), half a byte at a time. A state is stored before every
 * cue, so its checksum makes cues late; a table of 16, made at each call, is less than half the work of going bit by bit.
 * @returns an unsigned 32-bit number.
 */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  // What each lowest half byte leaves of a CRC: its product with the polynomial's upper bits, without carries.
  const halves: number[] = [];
  let half = 0;
  let crc = -1;
  let at = from;
  for (; half < 16; half++) halves[half] = (2 * (halves[half >> 1] as number)) ^ (0x1db71064 * (half & 1));
  while (at < to) {
    // Beyond the end there is nothing, which changes no bit.
    crc ^= bytes[at++] as number;
    crc = (crc >>> 4) ^ (halves[crc & 15] as number);
    crc = (crc >>> 4) ^ (halves[crc & 15] as number);
  }
  return ~crc >>> 0;
}
