/** Unsigned big-endian numbers and ASCII text in byte arrays. Owns no format: callers say what goes where. */

export const NO_BYTES = new Uint8Array(0);

/** A view of `bytes` for numbers. Reading or writing past the end throws a RangeError: check the length first. */
export function numbers(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The number in the four bytes from `at` on. Beyond the end every byte is 0: check the length where that matters. */
export function u32At(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let more = 0; more < 4; more++) value = (value << 8) | (bytes[at + more] as number);
  return value >>> 0;
}

/** Bytes of a text of code points up to 255 (our own texts are ASCII). */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** The text of `bytes`, one character a byte. */
export function asciiText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** All parts one after the other. */
export function concatBytes(parts: readonly ArrayLike<number>[]): Uint8Array {
  let at = 0;
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** `count` numbers of four bytes each. */
export function u32Bytes(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value >>> 24, value >>> 16, value >>> 8, value]));
}
