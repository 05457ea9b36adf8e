/** Reads the units that a record's body is made of; `record-writer.ts` writes them. */
import { u32At } from '../base/bytes.ts';
import { type Cursor, takeByte, takeVarint } from '../base/varint.ts';
import { FULL_HALF } from './bit-fields.ts';

/** More holds, slots, steps or letters in a name than any session can have. */
const MOST = 1_000;

/** Thrown by the reader and the decoder if bytes have no meaning for this version; the decoder catches it. */
export class UnreadableRecord extends Error {}

export type RecordReader = ReturnType<typeof createRecordReader>;

/** Beyond the end of the body every byte is 0. The caller checks `isPastEnd` once, when done. */
export function createRecordReader(body: Uint8Array) {
  const cursor: Cursor = { bytes: body, at: 0 };
  /** The byte whose lower half comes next; below 0 if there is none. */
  let halfRead = -1;

  const byte = (): number => takeByte(cursor);
  const varint = (): number => takeVarint(cursor);

  function half(): number {
    if (halfRead < 0) {
      halfRead = byte();
      return halfRead >> 4;
    }
    const lower = halfRead & 15;
    halfRead = -1;
    return lower;
  }

  /** A count of things; throws if no watch writes so many. */
  function count(things: string): number {
    return atMost(varint(), things);
  }

  return {
    byte,
    varint,
    half,
    count,
    u32() {
      const value = u32At(body, cursor.at);
      cursor.at += 4;
      return value;
    },
    /** @param unit what a half counts; a number that follows in full is not multiplied */
    smallNumber(unit: number) {
      const units = half();
      return units === FULL_HALF ? varint() : units * unit;
    },
    word() {
      const length = count('letters in a name');
      let text = '';
      while (text.length < length) text += String.fromCharCode(varint());
      return text;
    },
    isPastEnd: () => cursor.at > body.length,
  };
}

/** `value`, which counts `things`. @throws UnreadableRecord if no watch writes so many */
export function atMost(value: number, things: string): number {
  if (value > MOST) throw new UnreadableRecord(`the record has ${value} ${things}`);
  return value;
}
