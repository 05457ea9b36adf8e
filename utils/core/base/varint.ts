/** Varints: unsigned numbers with seven bits a byte, the lowest seven first. The top bit says that another byte follows. */

/**
 * Appends the varint of `value` to numbers that will become a Uint8Array, which takes the lowest eight bits of each.
 * @param value whole, 0 to 2^32 - 1
 */
export function putVarint(out: number[], value: number): void {
  let rest = value;
  for (; rest > 127; rest >>>= 7) out.push(rest | 128);
  out.push(rest);
}

/** A position in `bytes` to read from. Beyond the end every byte is 0, so a reader compares `at` with the length once, when done. */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

export function takeByte(cursor: Cursor): number {
  return cursor.bytes[cursor.at++] || 0;
}

/** Reads a varint. One of more than 49 bits, which no writer makes, moves the cursor far beyond the end. */
export function takeVarint(cursor: Cursor): number {
  let value = 0;
  for (let factor = 1; factor < 2 ** 49; factor *= 128) {
    const byte = takeByte(cursor);
    value += (byte % 128) * factor;
    if (byte < 128) return value;
  }
  cursor.at = 2 ** 53;
  return 0;
}
