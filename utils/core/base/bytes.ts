/** Unsigned big-endian numbers and ASCII text in byte arrays. Owns no format: callers say what goes where. */

/** A view of `bytes` for numbers. Reading or writing past the end throws a RangeError: check the length first. */
export function numbers(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Bytes of a text of code points up to 255 (our own texts are ASCII). */
export function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** The text of `bytes`, one character a byte. */
export function asciiText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** All parts one after the other. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** `count` numbers of four bytes each. */
export function u32Bytes(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = numbers(bytes);
  values.forEach((value, at) => {
    view.setUint32(at * 4, value);
  });
  return bytes;
}
