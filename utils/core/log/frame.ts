/**
 * A record's bytes on the watch, on the air and on the phone, the same everywhere:
 * length varint · schema u8 · kind u8 · seq varint · body · CRC-32 over all before it, big-endian. The length counts from
 * the schema to the body's end. Owns framing and damage; the body is the codec's.
 */
import { numbers } from '../base/bytes.ts';
import { crc32 } from '../base/crc32.ts';
import { type Cursor, putVarint, takeByte, takeVarint } from '../base/varint.ts';

/** The format that this version writes. */
export const SCHEMA = 1;
/** Kinds of records; numbers are never used again for anything else. */
export const SESSION = 1;
export const RATING = 2;
/** Stands for a record that is lost. */
export const VOID = 3;

const CRC = 4;
/** Longest body, bytes: a frame must fit into one message. */
export const MAX_BODY = 3_400;
/** Schema, kind and the longest seq besides. */
const MAX_INNER = MAX_BODY + 7;
/** Schema, kind and the shortest seq. */
const MIN_INNER = 3;

export interface Frame {
  readonly schema: number;
  readonly kind: number;
  readonly seq: number;
  readonly body: Uint8Array;
  /** The frame as it is stored and sent. */
  readonly bytes: Uint8Array;
}

/** Bytes that are no whole frame: `[from, to)` of the log. */
export interface Damage {
  readonly from: number;
  readonly to: number;
}

export interface FrameScan {
  readonly frames: readonly Frame[];
  readonly damage: readonly Damage[];
}

/**
 * The frame around `body`.
 * @param seq 1 to 2^32 - 1
 * @throws RangeError when the body is longer than 3,400 bytes or the seq out of range: a programmer's mistake.
 */
export function encodeFrame(kind: number, seq: number, body: Uint8Array, schema = SCHEMA): Frame {
  if (body.length > MAX_BODY || !(seq >= 1 && seq <= 0xffffffff)) {
    throw new RangeError('frame too long or without a number');
  }
  const inner = [schema, kind];
  putVarint(inner, seq);
  const head: number[] = [];
  putVarint(head, inner.length + body.length);
  const start = head.concat(inner);
  const crcAt = start.length + body.length;
  const bytes = new Uint8Array(crcAt + CRC);
  bytes.set(start);
  bytes.set(body, start.length);
  numbers(bytes).setUint32(crcAt, crc32(bytes, 0, crcAt));
  return { schema, kind, seq, body, bytes };
}

/** The frame that begins at `at`, or null where the bytes there are no whole, undamaged frame. */
export function frameAt(bytes: Uint8Array, at: number): Frame | null {
  const cursor: Cursor = { bytes, at };
  const crcAt = innerEnd(cursor);
  if (crcAt + CRC > bytes.length || crc32(bytes, at, crcAt) !== numbers(bytes).getUint32(crcAt)) return null;
  const schema = takeByte(cursor);
  const kind = takeByte(cursor);
  const seq = takeVarint(cursor);
  if (seq < 1 || seq > 0xffffffff || cursor.at > crcAt) return null;
  return { schema, kind, seq, body: bytes.slice(cursor.at, crcAt), bytes: bytes.slice(at, crcAt + CRC) };
}

/** Reads a frame's length: where its CRC is, or beyond every end where no frame has that length. */
function innerEnd(cursor: Cursor): number {
  const inner = takeVarint(cursor);
  return inner < MIN_INNER || inner > MAX_INNER ? Number.POSITIVE_INFINITY : cursor.at + inner;
}

/** The bytes from `at` to the end are as many as their own length field says: all of a frame was written once. */
export function isWholeLength(bytes: Uint8Array, at: number): boolean {
  return innerEnd({ bytes, at }) === bytes.length - CRC;
}

/** Every whole frame in `bytes`, in order, and the stretches between them that are none. Never throws. */
export function scanFrames(bytes: Uint8Array): FrameScan {
  const frames: Frame[] = [];
  const damage: Damage[] = [];
  let at = 0;
  let goodTo = 0;
  while (at < bytes.length) {
    const frame = frameAt(bytes, at);
    if (frame === null) {
      at++;
      continue;
    }
    if (at > goodTo) damage.push({ from: goodTo, to: at });
    frames.push(frame);
    at += frame.bytes.length;
    goodTo = at;
  }
  if (at > goodTo) damage.push({ from: goodTo, to: at });
  return { frames, damage };
}
