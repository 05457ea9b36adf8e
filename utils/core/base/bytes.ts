/** Big-endian numbers of four bytes, and texts of one byte a character, in byte arrays. */

export const NO_BYTES = new Uint8Array(0);

/** The unsigned number in the four bytes from `at` on. Bytes beyond the end count as 0: check the length where that matters. */
export function u32At(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let offset = 0; offset < 4; offset++) value = (value << 8) | (bytes[at + offset] as number);
  return value >>> 0;
}

/** Writes the four bytes of `value`, 0 to 2^32 - 1, from `at` on. */
export function putU32(bytes: Uint8Array, at: number, value: number): void {
  for (let offset = 0; offset < 4; offset++) bytes[at + offset] = value >>> (24 - 8 * offset);
}

/** Four bytes for each value, 0 to 2^32 - 1. */
export function u32Bytes(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value >>> 24, value >>> 16, value >>> 8, value]));
}

/** The bytes of a text whose characters are at most U+00FF. The texts that this app stores are ASCII. */
export function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  // From the end: a look at the length for each character would be a seventh more work, and this is half of that of a save.
  for (let at = text.length; at-- > 0; ) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/**
 * Returns a function like `asciiBytes` that turns only the end of a text into bytes if the text begins with the last one. It is
 * for the helper's report, which grows with each cue: all of it would be a third of the work of a cue.
 */
export function createGrowingBytes(): (text: string) => Uint8Array {
  let known = '';
  let knownBytes: Uint8Array = NO_BYTES;
  return (text) => {
    if (text === known) return knownBytes;
    const bytes = new Uint8Array(text.length);
    const isLonger = text.startsWith(known);
    if (isLonger) bytes.set(knownBytes);
    for (let at = isLonger ? known.length : 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
    known = text;
    knownBytes = bytes;
    return bytes;
  };
}

/** How many characters are made in one call. With one at a time, a start of the session would be a tenth more work. */
const CHUNK = 256;

/** The text of `units`, such as bytes: one character each. */
export function asciiText(units: Uint8Array | Uint16Array): string {
  let text = '';
  for (let from = 0; from < units.length; from += CHUNK) {
    text += String.fromCharCode.apply(null, units.subarray(from, from + CHUNK) as never);
  }
  return text;
}

/** All parts one after the other. */
export function concatBytes(parts: readonly ArrayLike<number>[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
