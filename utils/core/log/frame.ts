/**
 * The frame around a record's body: the same bytes on the watch, over the radio and on the phone.
 * Layout: length varint · schema u8 · kind u8 · seq varint · body · CRC-32 over all before it, big-endian. The length counts
 * from the schema to the end of the body. `encode.ts` and `decode.ts` know what is in a body.
 */
import { CRC_BYTES, hasRightCrc, withCrc } from '../base/crc32.ts';
import { type Cursor, putVarint, takeByte, takeVarint } from '../base/varint.ts';

/** The version of the format that this app writes. */
export const SCHEMA = 1;
/** Kinds of records. A number is never used for another kind. */
export const SESSION = 1;
export const RATING = 2;
/** Stands for a record that is lost. It has no body. */
export const VOID = 3;

/** The longest body, bytes: a frame must fit into one message to the phone. */
export const MAX_BODY = 3_400;

export interface Frame {
  readonly schema: number;
  readonly kind: number;
  readonly seq: number;
  readonly body: Uint8Array;
  /** The frame as it is stored and sent. */
  readonly bytes: Uint8Array;
}

/** Bytes that are not part of a whole frame: from `from` up to but not including `to`. */
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
 *
 * @param seq the number of the record, 1 to 2^32 - 1
 * @throws RangeError if the body is longer than 3,400 bytes or the seq is out of range, which is a programmer's mistake
 */
export function encodeFrame(kind: number, seq: number, body: Uint8Array, schema = SCHEMA): Frame {
  const inner = [schema, kind];
  const head: number[] = [];
  putVarint(inner, seq);
  putVarint(head, inner.length + body.length);
  const frame = frameAt(withCrc([head, inner, body]), 0);
  if (frame?.seq !== seq || body.length > MAX_BODY) throw new RangeError('no such frame');
  return frame;
}

/** The frame that begins at `at`; null if no whole and undamaged frame begins there. */
export function frameAt(bytes: Uint8Array, at: number): Frame | null {
  const cursor: Cursor = { bytes, at };
  const crcAt = takeVarint(cursor) + cursor.at;
  if (!hasRightCrc(bytes, at, crcAt)) return null;
  const schema = takeByte(cursor);
  const kind = takeByte(cursor);
  const seq = takeVarint(cursor);
  if (seq < 1 || seq >= 2 ** 32 || cursor.at > crcAt) return null;
  const body = bytes.slice(cursor.at, crcAt);
  return { schema, kind, seq, body, bytes: bytes.slice(at, crcAt + CRC_BYTES) };
}

/** Every whole frame in `bytes`, in order, and the stretches between them. Never throws. */
export function scanFrames(bytes: Uint8Array): FrameScan {
  const frames: Frame[] = [];
  const damage: Damage[] = [];
  let at = 0;
  while (at < bytes.length) {
    const frame = frameAt(bytes, at);
    const from = at;
    if (frame) {
      frames.push(frame);
      at += frame.bytes.length;
    } else {
      do at++;
      while (at < bytes.length && !frameAt(bytes, at));
      damage.push({ from, to: at });
    }
  }
  return { frames, damage };
}
