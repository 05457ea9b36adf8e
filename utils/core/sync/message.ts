/**
 * The envelope of every message between watch and phone: one buffer with its own id and CRC-32, because the transport (zml)
 * guarantees neither. Big-endian: magic u8 · protocol u8 · kind u8 · id u32 · install u32 · body · CRC-32 of all before it.
 * docs/sync-protocol.md describes every kind.
 */
import { u32At, u32Bytes } from '../base/bytes.ts';
import { CRC_BYTES, hasRightCrc, withCrc } from '../base/crc32.ts';
import { fail, ok, type Result } from '../base/result.ts';

const MAGIC = 0x49;
const PROTOCOL = 1;
const HEADER_BYTES = 11;

/** One zml chunk: a radio frame of 3,600 bytes minus headers of 16 and 66 (zml 0.0.43). Several chunks could be mixed up. */
export const MAX_MESSAGE_BYTES = 3_518;
/** Room for a body. */
export const MAX_BODY_BYTES = MAX_MESSAGE_BYTES - HEADER_BYTES - CRC_BYTES;

/** Kinds of messages from the watch. A number is never reused for another kind. */
export const HELLO = 1;
export const PUSH = 2;
export const PREFERENCES = 3;
/** Kinds of answers from the phone. */
export const HOLDINGS = 129;
export const MERGED = 131;
export const REFUSAL = 255;

/** Why the phone refused a message: the first byte of a refusal's body; a sentence follows it. */
export const BAD_MESSAGE = 1;
export const NEEDS_UPDATE = 2;
export const BAD_BODY = 3;
export const NOT_STORED = 4;

export interface Envelope {
  readonly kind: number;
  /** The id of a message of the watch; the phone's answer repeats it. */
  readonly id: number;
  /** The number of the watch, random, made at its first launch. */
  readonly install: number;
  readonly body: Uint8Array;
}

/**
 * The bytes of a message.
 *
 * @param body parts that are joined
 * @throws RangeError for more than `MAX_MESSAGE_BYTES`, which is a programmer's mistake
 */
export function seal(
  kind: number,
  id: number,
  install: number,
  ...body: readonly ArrayLike<number>[]
): Uint8Array {
  const bytes = withCrc([[MAGIC, PROTOCOL, kind], u32Bytes(id, install), ...body]);
  if (bytes.length > MAX_MESSAGE_BYTES) throw new RangeError('message too long');
  return bytes;
}

/** The message in `bytes`, or the reason why there is none. Never throws. */
export function unseal(bytes: Uint8Array): Result<Envelope> {
  const end = bytes.length - CRC_BYTES;
  if (end < HEADER_BYTES || bytes[0] !== MAGIC) return fail('not a message of this app', 'byte 0');
  if (!hasRightCrc(bytes, 0, end)) return fail('damaged on the way', `byte ${end}`);
  if (bytes[1] !== PROTOCOL)
    return fail(`protocol ${bytes[1]} is not ${PROTOCOL}: update watch and phone`, 'byte 1');
  return ok({
    kind: bytes[2] as number,
    id: u32At(bytes, 3),
    install: u32At(bytes, 7),
    body: bytes.slice(HEADER_BYTES, end),
  });
}
