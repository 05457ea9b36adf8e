/** What the watch says to the phone, and how it reads the answer. The phone's half is `inbox.ts`. */
import { asciiBytes, asciiText, concatBytes, numbers, u32Bytes } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Frame } from '../log/frame.ts';
import { CONFIG, HELLO, HOLDS, MAX_BODY_BYTES, MERGED, PUSH, REFUSAL, seal, unseal } from './message.ts';

/**
 * A statement of fact: the phone's durable store `epoch` holds every record of this watch from its floor through `through`,
 * and all up to `forgotten` was deleted there by the wearer.
 */
export interface Holds {
  readonly id: number;
  readonly epoch: number;
  readonly through: number;
  readonly forgotten: number;
  /** CRC-32 of the phone's choices of the wearer; 0 where it has none. */
  readonly config: number;
  /** When the last session that the phone knows began, of whatever watch: UTC s; 0 for none. */
  readonly lastS: number;
  /** Its phase's code in the log. */
  readonly lastPhase: number;
}

/** What came back: a statement, or the phone's choices with the watch's merged into them. */
export type Answer =
  | { readonly kind: 'holds'; readonly holds: Holds }
  | { readonly kind: 'config'; readonly id: number; readonly text: string };

/**
 * The watch is here: it has the records `floor` to `tail` (`floor` is `tail + 1` where it has none).
 * @param reports its newest failures (`report-ring.ts`), which ride along
 */
export function encodeHello(
  id: number,
  install: number,
  floor: number,
  tail: number,
  reports = '',
): Uint8Array {
  return seal(HELLO, id, install, concatBytes([u32Bytes(floor, tail), asciiBytes(reports)]));
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

/** The wearer's choices as the watch knows them. @throws RangeError for a text that one message cannot carry */
export function encodeConfig(id: number, install: number, text: string): Uint8Array {
  return seal(CONFIG, id, install, asciiBytes(text));
}

/** The phone's answer, or why there is none: damage, another watch's answer, or the phone's own sentence. */
export function parseAnswer(bytes: Uint8Array, install: number): Result<Answer> {
  const opened = unseal(bytes);
  if (!opened.ok) return opened;
  const { kind, id, body } = opened.value;
  if (kind === REFUSAL) return fail(asciiText(body.slice(1)), 'phone');
  if (opened.value.install !== install) return fail('an answer for another watch', 'byte 7');
  if (kind === MERGED) return ok({ kind: 'config', id, text: asciiText(body) });
  if (kind !== HOLDS || body.length < 8) return fail(`unexpected answer ${kind}`, 'byte 2');
  // A phone of an older version says less, one of a later version more.
  const all = new Uint8Array(21);
  all.set(body.slice(0, 21));
  const view = numbers(all);
  return ok({
    kind: 'holds',
    holds: {
      id,
      epoch: view.getUint32(0),
      through: view.getUint32(4),
      forgotten: view.getUint32(8),
      config: view.getUint32(12),
      lastS: view.getUint32(16),
      lastPhase: view.getUint8(20),
    },
  });
}
