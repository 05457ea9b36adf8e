/**
 * A record's bytes on the watch, on the air and on the phone, the same everywhere:
 * length u16 · schema u8 · seq u32 · body · CRC-32 over all before it. Big-endian; the length counts from the schema to
 * the body's end. Owns framing and damage; the body is the codec's.
 */
import { readU16, readU32, writeU16, writeU32 } from '../base/bytes.ts';
import { crc32 } from '../base/crc32.ts';

const HEAD = 7;
const TAIL = 4;
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
export function encodeFrame(schema: number, seq: number, body: Uint8Array): Uint8Array {
  if (body.length > MAX_BODY)
    throw new RangeError(`a record of ${body.length} bytes is longer than ${MAX_BODY}`);
  if (!(seq >= 1 && seq <= 0xffffffff)) throw new RangeError(`seq ${seq} is out of range`);
  const bytes = new Uint8Array(HEAD + body.length + TAIL);
  writeU16(bytes, 0, HEAD - 2 + body.length);
  bytes[2] = schema;
  writeU32(bytes, 3, seq);
  bytes.set(body, HEAD);
  writeU32(bytes, HEAD + body.length, crc32(bytes, 0, HEAD + body.length));
  return bytes;
}

/** The frame that begins at `at`, or null where the bytes there are no whole, undamaged frame. */
export function frameAt(bytes: Uint8Array, at: number): Frame | null {
  const left = bytes.length - at;
  if (left < HEAD + TAIL) return null;
  const inner = readU16(bytes, at);
  const length = 2 + inner + TAIL;
  if (inner < HEAD - 2 || inner > HEAD - 2 + MAX_BODY || length > left) return null;
  if (crc32(bytes, at, at + length - TAIL) !== readU32(bytes, at + length - TAIL)) return null;
  const seq = readU32(bytes, at + 3);
  if (seq === 0) return null;
  return {
    seq,
    schema: bytes[at + 2] ?? 0,
    body: bytes.slice(at + HEAD, at + length - TAIL),
    bytes: bytes.slice(at, at + length),
  };
}

/** Every whole frame in `bytes`, in order, and the stretches between them that are none. Never throws. */
export function scanFrames(bytes: Uint8Array): FrameScan {
  const frames: Frame[] = [];
  const damage: Damage[] = [];
  let at = 0;
  let badFrom = -1;
  while (at < bytes.length) {
    const frame = frameAt(bytes, at);
    if (frame === null) {
      if (badFrom < 0) badFrom = at;
      at++;
      continue;
    }
    if (badFrom >= 0) damage.push({ from: badFrom, to: at });
    badFrom = -1;
    frames.push(frame);
    at += frame.bytes.length;
  }
  if (badFrom >= 0) damage.push({ from: badFrom, to: bytes.length });
  return { frames, damage };
}
