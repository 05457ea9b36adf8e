/**
 * The envelope of every message between watch and phone: one buffer with its own id and CRC-32, because the transport (zml)
 * guarantees neither. Big-endian: magic u8 · protocol u8 · kind u8 · id u32 · install u32 · body · CRC-32 of all before it.
 * docs/sync-protocol.md describes every kind.
 */
import { u32At, u32Bytes } from '../base/bytes.ts';
import { CRC_BYTES, hasRightCrc, withCrc } from '../base/crc32.ts';
import type { Failure } from '../base/result.ts';

const MAGIC = 0x49;
const PROTOCOL = 1;
/** Where each part of the envelope begins, in bytes. */
const ENVELOPE_AT = { magic: 0, protocol: 1, kind: 2, id: 3, install: 7 };
const HEADER_BYTES = 11;

/** One zml chunk: a radio frame of 3,600 bytes minus headers of 16 and 66 (zml 0.0.43). Several chunks could be mixed up. */
export const MAX_MESSAGE_BYTES = 3_518;
/** Room for a body. */
export const MAX_BODY_BYTES = MAX_MESSAGE_BYTES - HEADER_BYTES - CRC_BYTES;

/** Room for the preferences, beside what a hello has of its own. A longer text is left out. */
export const MAX_PREFERENCES_BYTES = MAX_BODY_BYTES - 8;

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

/** Where each part of the body of a hello and of a push begins, in bytes. Both begin with the floor. */
export const FLOOR_AT = 0;
export const HELLO_AT = { tail: 4, reports: 8 };
export const PUSH_FRAMES_AT = 4;
/** The same of an answer. */
export const REFUSAL_SENTENCE_AT = 1;
export const HOLDINGS_AT = {
  epoch: 0,
  through: 4,
  forgotten: 8,
  preferencesCrc: 12,
  lastSessionS: 16,
  lastStageCode: 20,
  throughCrc: 21,
  lastRoutine: 25,
};

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

/** Why there is no message in some bytes, and the code with which the phone refuses them. */
export interface UnsealFailure extends Failure {
  readonly code: typeof BAD_MESSAGE | typeof NEEDS_UPDATE;
}

/** A message, or the reason why there is none. */
export type Unsealed =
  | { readonly ok: true; readonly value: Envelope }
  | { readonly ok: false; readonly failure: UnsealFailure };

/** The message in `bytes`, or the reason why there is none. Never throws. */
export function unseal(bytes: Uint8Array): Unsealed {
  const end = bytes.length - CRC_BYTES;
  if (end < HEADER_BYTES || bytes[ENVELOPE_AT.magic] !== MAGIC)
    return notOpened(BAD_MESSAGE, 'not a message of this app', ENVELOPE_AT.magic);
  if (!hasRightCrc(bytes, 0, end)) return notOpened(BAD_MESSAGE, 'damaged on the way', end);
  const protocol = bytes[ENVELOPE_AT.protocol];
  if (protocol !== PROTOCOL) {
    const what = `protocol ${protocol} is not ${PROTOCOL}: update watch and phone`;
    return notOpened(NEEDS_UPDATE, what, ENVELOPE_AT.protocol);
  }
  return {
    ok: true,
    value: {
      kind: bytes[ENVELOPE_AT.kind] as number,
      id: u32At(bytes, ENVELOPE_AT.id),
      install: u32At(bytes, ENVELOPE_AT.install),
      body: bytes.slice(HEADER_BYTES, end),
    },
  };
}

function notOpened(code: UnsealFailure['code'], what: string, at: number): Unsealed {
  return { ok: false, failure: { code, what, where: `byte ${at}` } };
}
