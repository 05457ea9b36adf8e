/**
 * The envelope of every message between watch and phone: one buffer each, with its own id and CRC-32, because what
 * carries them (zml) promises neither. Big-endian:
 * magic u8 · protocol u8 · kind u8 · id u32 · install u32 · body · CRC-32 over all before it.
 */
import { u32At, u32Bytes } from '../base/bytes.ts';
import { CRC_BYTES, hasRightCrc, withCrc } from '../base/crc-trailer.ts';
import { fail, ok, type Result } from '../base/result.ts';

const MAGIC = 0x49;
const PROTOCOL = 1;
const HEAD = 11;

/** One zml chunk: 3,600 bytes a radio frame less 16 and 66 bytes of headers (zml 0.0.43). Longer messages get spliced. */
export const MAX_MESSAGE = 3_518;
/** Room for a body. */
export const MAX_BODY_BYTES = MAX_MESSAGE - HEAD - CRC_BYTES;

/** Kinds of messages; numbers are never used again for anything else. */
export const HELLO = 1;
export const PUSH = 2;
export const CONFIG = 3;
export const HOLDS = 129;
export const MERGED = 131;
export const REFUSAL = 255;

/** Why a message was refused: the first byte of a refusal, before its sentence. */
export const BAD_MESSAGE = 1;
export const NEEDS_UPDATE = 2;
export const BAD_BODY = 3;
export const NOT_STORED = 4;

export interface Envelope {
  readonly kind: number;
  /** Of the question; an answer repeats it. */
  readonly id: number;
  /** Which watch: a random number made at its first launch. */
  readonly install: number;
  readonly body: Uint8Array;
}

/** @throws RangeError for a body that one zml chunk cannot carry: a programmer's mistake. */
export function seal(
  kind: number,
  id: number,
  install: number,
  ...body: readonly ArrayLike<number>[]
): Uint8Array {
  const bytes = withCrc([[MAGIC, PROTOCOL, kind], u32Bytes(id, install), ...body]);
  if (bytes.length > MAX_MESSAGE) throw new RangeError('message too long');
  return bytes;
}

/** The envelope in `bytes`, or why it is none. Never throws. */
export function unseal(bytes: Uint8Array): Result<Envelope> {
  const end = bytes.length - CRC_BYTES;
  if (end < HEAD || bytes[0] !== MAGIC) return fail('not a message of this app', 'byte 0');
  if (!hasRightCrc(bytes, 0, end)) return fail('damaged on the way', `byte ${end}`);
  if (bytes[1] !== PROTOCOL)
    return fail(`protocol ${bytes[1]} is not ${PROTOCOL}: update watch and phone`, 'byte 1');
  return ok({
    kind: bytes[2] as number,
    id: u32At(bytes, 3),
    install: u32At(bytes, 7),
    body: bytes.slice(HEAD, end),
  });
}
