/**
 * A record's bytes on the watch, on the air and on the phone, the same everywhere:
 * length u16 · schema u8 · seq u32 · body · CRC-32 over all before it. Big-endian; the length counts from the schema to
 * the body's end. Owns framing and damage; the body is the codec's.
 */
import { numbers } from '../base/bytes.ts';
import { crc32 } from '../base/crc32.ts';

const HEAD = 7;
const TAIL = 4;
/** Bytes that the length counts besides the body: schema and seq. */
const INNER = 5;
/** Longest body, bytes: a frame must fit into one message. */
export const MAX_BODY = 3_400;

export interface Frame {
  readonly seq: number;
  readonly schema: number;
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
export function encodeFrame(schema: number, seq: number, body: Uint8Array): Frame {
  if (body.length > MAX_BODY || !(seq >= 1 && seq <= 0xffffffff)) {
    throw new RangeError('frame too long or without a number');
  }
  const bytes = new Uint8Array(HEAD + body.length + TAIL);
  const view = numbers(bytes);
  view.setUint16(0, INNER + body.length);
  view.setUint8(2, schema);
  view.setUint32(3, seq);
  bytes.set(body, HEAD);
  view.setUint32(HEAD + body.length, crc32(bytes, 0, HEAD + body.length));
  return { schema, seq, body, bytes };
}

/** The frame that begins at `at`, or null where the bytes there are no whole, undamaged frame. */
export function frameAt(bytes: Uint8Array, at: number): Frame | null {
  if (bytes.length - at < HEAD + TAIL) return null;
  const view = numbers(bytes);
  const inner = view.getUint16(at);
  const crcAt = at + 2 + inner;
  if (inner < INNER || inner > INNER + MAX_BODY || crcAt + TAIL > bytes.length) return null;
  if (crc32(bytes, at, crcAt) !== view.getUint32(crcAt)) return null;
  const seq = view.getUint32(at + 3);
  if (seq === 0) return null;
  return {
    seq,
    schema: view.getUint8(at + 2),
    body: bytes.slice(at + HEAD, crcAt),
    bytes: bytes.slice(at, crcAt + TAIL),
  };
}

/** The bytes from `at` to the end are as many as their own length field says: all of a frame was written once. */
export function isWholeLength(bytes: Uint8Array, at: number): boolean {
  const length = bytes.length - at;
  return length >= HEAD + TAIL && numbers(bytes).getUint16(at) === length - TAIL - 2;
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
