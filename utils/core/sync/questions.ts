/** What the watch says to the phone, and how it reads the answer. The phone's half is `inbox.ts`. */
import { asciiText, concatBytes, numbers, u32Bytes } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Frame } from '../log/frame.ts';
import { HELLO, HOLDS, MAX_BODY_BYTES, PUSH, REFUSAL, seal, unseal } from './message.ts';

/** A statement of fact: the phone's durable store `epoch` holds every record of this watch from its floor through `through`. */
export interface Holds {
  readonly id: number;
  readonly epoch: number;
  readonly through: number;
}

/** The watch is here: it has the records `floor` to `tail` (`floor` is `tail + 1` where it has none). */
export function encodeHello(id: number, install: number, floor: number, tail: number): Uint8Array {
  return seal(HELLO, id, install, u32Bytes(floor, tail));
}

/** As many of `frames` from the first on as one message carries; one always fits. */
export function encodePush(id: number, install: number, floor: number, frames: readonly Frame[]): Uint8Array {
  const parts = [u32Bytes(floor)];
  let size = 4;
  for (const frame of frames) {
    size += frame.bytes.length;
    if (size > MAX_BODY_BYTES) break;
    parts.push(frame.bytes);
  }
  return seal(PUSH, id, install, concatBytes(parts));
}

/** The phone's statement, or why there is none: damage, another watch's answer, or the phone's own sentence. */
export function parseHolds(bytes: Uint8Array, install: number): Result<Holds> {
  const opened = unseal(bytes);
  if (!opened.ok) return opened;
  const { kind, id, body } = opened.value;
  if (kind === REFUSAL) return fail(asciiText(body), 'phone');
  if (kind !== HOLDS || body.length !== 8) return fail(`unexpected answer ${kind}`, 'byte 2');
  if (opened.value.install !== install) return fail('an answer for another watch', 'byte 7');
  const view = numbers(body);
  return ok({ id, epoch: view.getUint32(0), through: view.getUint32(4) });
}
