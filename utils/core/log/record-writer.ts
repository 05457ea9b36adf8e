/** Writes the units that a record's body is made of; `record-reader.ts` reads them back. */
import { u32Bytes } from '../base/bytes.ts';
import { putVarint } from '../base/varint.ts';
import { FULL_HALF } from './bit-fields.ts';

export type RecordWriter = ReturnType<typeof createRecordWriter>;

export function createRecordWriter() {
  const bytes: number[] = [];
  /** Index of the byte whose lower half is free; below 0 if there is none. */
  let freeHalfAt = -1;

  /** @param value 0 to 2^32 - 1 */
  function varint(value: number): void {
    putVarint(bytes, value);
  }

  /** Four bits, 0 to 15: goes into the free half of a byte, or else into the upper half of a new one. */
  function half(value: number): void {
    if (freeHalfAt < 0) {
      freeHalfAt = bytes.length;
      bytes.push(value * 16);
      return;
    }
    bytes[freeHalfAt] = (bytes[freeHalfAt] as number) + value;
    freeHalfAt = -1;
  }

  return {
    byte: (value: number) => void bytes.push(value),
    /** Four bytes, big-endian. */
    u32: (value: number) => void bytes.push(...u32Bytes(value)),
    varint,
    half,
    /** A half if `value` is 0 to 14 times `unit`; any other number is written in full. */
    smallNumber(value: number, unit: number) {
      const units = value / unit;
      const fits = units < FULL_HALF && Math.floor(units) === units;
      half(fits ? units : FULL_HALF);
      if (!fits) varint(value);
    },
    /** A text: its length in UTF-16 code units, then each of them. */
    word(text: string) {
      varint(text.length);
      for (let at = 0; at < text.length; at++) varint(text.charCodeAt(at));
    },
    /** What has been written so far. */
    body: () => Uint8Array.from(bytes),
  };
}
