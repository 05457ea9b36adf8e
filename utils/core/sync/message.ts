/**
 * The messages between watch and phone: one buffer each, with its own id and CRC-32, because what carries them
 * (zml) promises neither. Layout, big-endian:
 * magic u8 · protocol u8 · kind u8 · id u32 · install u32 · body · CRC-32 over all before it.
 */
import { asciiBytes, asciiText, concatBytes, readU32, writeU32 } from '../base/bytes.ts';
import { crc32 } from '../base/crc32.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { type Frame, scanFrames } from '../log/frame.ts';

const MAGIC = 0x49;
export const PROTOCOL = 1;
const HEAD = 11;
const TAIL = 4;

/** One zml chunk: 3,600 bytes a radio frame less 16 and 66 bytes of headers (zml 0.0.43). Longer messages get spliced. */
export const MAX_MESSAGE = 3_518;
/** Room for frames in a push. */
export const MAX_PUSH_FRAMES = MAX_MESSAGE - HEAD - TAIL - 4;

const KINDS = { hello: 1, push: 2, holds: 129, error: 255 } as const;

interface Common {
  /** Of the question; an answer repeats it. */
  readonly id: number;
  /** Which watch (a random number made at its first launch). */
  readonly install: number;
}

/** The watch is here: it has the records `floor` to `tail` (`floor` is `tail + 1` where it has none). */
export interface Hello extends Common {
  readonly kind: 'hello';
  readonly floor: number;
  readonly tail: number;
}

/** Records for the phone to keep, as stored frames. */
export interface Push extends Common {
  readonly kind: 'push';
  readonly floor: number;
  readonly frames: readonly Frame[];
}

/** A statement of fact: the phone's durable store `epoch` holds every record of this watch from the floor through `through`. */
export interface Holds extends Common {
  readonly kind: 'holds';
  readonly epoch: number;
  readonly through: number;
}

/** The other side could not use a message. */
export interface Refusal extends Common {
  readonly kind: 'error';
  readonly detail: string;
}

export type Message = Hello | Push | Holds | Refusal;

/** The message as bytes. Frames that do not fit are a programmer's mistake: take them by `framesThatFit`. */
export function encodeMessage(message: Message): Uint8Array {
  const body = encodeBody(message);
  const bytes = new Uint8Array(HEAD + body.length + TAIL);
  bytes[0] = MAGIC;
  bytes[1] = PROTOCOL;
  bytes[2] = KINDS[message.kind];
  writeU32(bytes, 3, message.id);
  writeU32(bytes, 7, message.install);
  bytes.set(body, HEAD);
  writeU32(bytes, bytes.length - TAIL, crc32(bytes, 0, bytes.length - TAIL));
  if (bytes.length > MAX_MESSAGE)
    throw new RangeError(`a message of ${bytes.length} bytes is over ${MAX_MESSAGE}`);
  return bytes;
}

/** The message in `bytes`, or why it is none. Never throws. */
export function parseMessage(bytes: Uint8Array): Result<Message> {
  if (bytes.length < HEAD + TAIL) return fail(`${bytes.length} bytes are too few for a message`, 'byte 0');
  if (bytes[0] !== MAGIC) return fail('not a message of this app', 'byte 0');
  const end = bytes.length - TAIL;
  if (crc32(bytes, 0, end) !== readU32(bytes, end))
    return fail('damaged on the way (checksum)', `byte ${end}`);
  if (bytes[1] !== PROTOCOL) {
    return fail(`protocol ${bytes[1]} needs another version of the app than ${PROTOCOL}`, 'byte 1');
  }
  const common: Common = { id: readU32(bytes, 3), install: readU32(bytes, 7) };
  const body = bytes.slice(HEAD, end);
  switch (bytes[2]) {
    case KINDS.hello:
      if (body.length !== 8) return fail('a hello needs 8 bytes', `byte ${HEAD}`);
      return ok({ kind: 'hello', ...common, floor: readU32(body, 0), tail: readU32(body, 4) });
    case KINDS.push:
      return parsePush(common, body);
    case KINDS.holds:
      if (body.length !== 8) return fail('a statement needs 8 bytes', `byte ${HEAD}`);
      return ok({ kind: 'holds', ...common, epoch: readU32(body, 0), through: readU32(body, 4) });
    case KINDS.error:
      return ok({ kind: 'error', ...common, detail: asciiText(body) });
    default:
      return fail(`unknown kind of message ${bytes[2]}`, 'byte 2');
  }
}

/** As many of `frames` from the first on as one push can carry; at least one frame always fits. */
export function framesThatFit(frames: readonly Frame[]): readonly Frame[] {
  let size = 0;
  let count = 0;
  for (const frame of frames) {
    size += frame.bytes.length;
    if (size > MAX_PUSH_FRAMES) break;
    count++;
  }
  return frames.slice(0, count);
}

function parsePush(common: Common, body: Uint8Array): Result<Message> {
  if (body.length < 4) return fail('a push needs its floor', `byte ${HEAD}`);
  const scan = scanFrames(body.slice(4));
  const damage = scan.damage[0];
  if (damage !== undefined) return fail('a record in the push is damaged', `byte ${HEAD + 4 + damage.from}`);
  return ok({ kind: 'push', ...common, floor: readU32(body, 0), frames: scan.frames });
}

function encodeBody(message: Message): Uint8Array {
  switch (message.kind) {
    case 'hello':
      return twoNumbers(message.floor, message.tail);
    case 'push': {
      const floor = new Uint8Array(4);
      writeU32(floor, 0, message.floor);
      return concatBytes([floor, ...message.frames.map((frame) => frame.bytes)]);
    }
    case 'holds':
      return twoNumbers(message.epoch, message.through);
    default:
      return asciiBytes(message.detail.slice(0, 200));
  }
}

function twoNumbers(first: number, second: number): Uint8Array {
  const bytes = new Uint8Array(8);
  writeU32(bytes, 0, first);
  writeU32(bytes, 4, second);
  return bytes;
}
