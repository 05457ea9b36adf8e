/** What the watch says to the phone, and how it reads the answer. The phone's half is `inbox.ts`. */
import { asciiBytes, asciiText, u32At, u32Bytes } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Frame } from '../log/frame.ts';
import { HOLDS, MAX_BODY_BYTES, MERGED, REFUSAL, unseal } from './message.ts';

/**
 * A statement of fact: the phone's durable store `epoch` holds every record of this watch from its floor through `through`,
 * and all up to `forgotten` was deleted there by the wearer.
 */
export type Holds = readonly [
  epoch: number,
  through: number,
  forgotten: number,
  /** CRC-32 of the phone's choices of the wearer; 0 where it has none. */
  config: number,
  /** When the last session that the phone knows began, of whatever watch: UTC s; 0 for none. */
  lastS: number,
];

/** What came back: a statement, or the phone's choices with the watch's merged into them. */
export interface Answer {
  /** Of the question. */
  readonly id: number;
  readonly holds?: Holds;
  readonly text?: string;
}

/** A message's body in parts, for `seal`. */
export type Body = readonly ArrayLike<number>[];

/**
 * The watch is here: it has the records `floor` to `tail` (`floor` is `tail + 1` where it has none).
 * @param reports its newest failures (`report-ring.ts`), which ride along
 */
export function helloBody(floor: number, tail: number, reports: string): Body {
  return [u32Bytes(floor, tail), asciiBytes(reports)];
}

/** As many of `frames` from the first on as one message carries; one always fits. */
export function pushBody(floor: number, frames: readonly Frame[]): Body {
  const parts = [u32Bytes(floor)];
  let size = 4;
  for (const { bytes } of frames) {
    size += bytes.length;
    if (size > MAX_BODY_BYTES) break;
    parts.push(bytes);
  }
  return parts;
}

/** The phone's answer, or why there is none: damage, another watch's answer, or the phone's own sentence. */
export function parseAnswer(bytes: Uint8Array, install: number): Result<Answer> {
  const opened = unseal(bytes);
  if (!opened.ok) return opened;
  const { kind, id, install: to, body } = opened.value;
  if (kind === REFUSAL) return fail(asciiText(body.slice(1)), 'phone');
  if (to !== install) return fail('an answer for another watch', 'byte 7');
  if (kind === MERGED) return ok({ id, text: asciiText(body) });
  if (kind !== HOLDS || body.length < 8) return fail(`unexpected answer ${kind}`, 'byte 2');
  // A phone of an older version says less, which reads as 0; one of a later version says more.
  return ok({ id, holds: [0, 4, 8, 12, 16].map((at) => u32At(body, at)) as unknown as Holds });
}
