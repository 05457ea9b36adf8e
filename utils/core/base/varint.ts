/** Unsigned numbers in as few bytes as they need: seven bits a byte, the lowest first, the top bit says that more follow. */

/**
 * Adds `value` to what will become a Uint8Array, which keeps the lowest eight bits of each number.
 * @param value whole, 0 to 2^32 - 1
 */
export function putVarint(out: number[], value: number): void {
  let rest = value;
  for (; rest > 127; rest >>>= 7) out.push(rest | 128);
  out.push(rest);
}

/** Where a reader is in `bytes`. Beyond the end every byte is 0; whoever reads looks at `at` once, when done. */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

export function takeByte(cursor: Cursor): number {
  return cursor.bytes[cursor.at++] || 0;
}

export function takeVarint(cursor: Cursor): number {
  let value = 0;
  for (let factor = 1; factor < 2 ** 49; factor *= 128) {
    const byte = takeByte(cursor);
    value += (byte % 128) * factor;
    if (byte < 128) return value;
  }
  // No writer makes one so long: told like bytes that are missing.
  cursor.at = 2 ** 53;
  return 0;
}
