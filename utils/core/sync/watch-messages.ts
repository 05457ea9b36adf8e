/** The watch's half of the messages: the bodies that it sends, and how it reads the phone's answer. `inbox.ts` is the phone's half. */
import { asciiBytes, asciiText, u32At, u32Bytes } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Frame } from '../log/frame.ts';
import {
  HOLDINGS,
  HOLDINGS_AT,
  MAX_BODY_BYTES,
  MERGED,
  PUSH_FRAMES_AT,
  REFUSAL,
  REFUSAL_SENTENCE_AT,
  unseal,
} from './message.ts';

/**
 * What the phone holds: its durable store `epoch` has every record of this watch from the watch's floor through `through`, and
 * the wearer has deleted all records up to `forgotten` there. This is still true however late it arrives.
 */
export interface Holdings {
  readonly epoch: number;
  readonly through: number;
  readonly forgotten: number;
  /** CRC-32 of the phone's preferences; 0 if the phone takes none. */
  readonly preferencesCrc: number;
  /** The start of the last session that the phone knows, of any watch, in s since 1970 UTC; 0 for none. */
  readonly lastSessionS: number;
  /** The log's code for the stage of that session. */
  readonly lastStageCode: number;
  /** The checksum of the phone's record `through`; 0 if there is none, and from an older phone. */
  readonly throughCrc: number;
  /** The routine of that session; left out if the phone does not say. */
  readonly lastRoutine?: string | undefined;
}

/** The phone's answer: its holdings, or its preferences with those of the watch merged into them. */
export interface PhoneAnswer {
  /** The id of the answered message. */
  readonly id: number;
  readonly holdings?: Holdings;
  readonly preferences?: string;
}

/** The body of a message in parts, for `seal`. */
export type Body = readonly ArrayLike<number>[];

/**
 * "I have the records from `floor` to `tail`"; `floor` is `tail + 1` if there is none.
 *
 * @param reports the newest failures of the watch (`report-ring.ts`), or an empty text
 */
export function helloBody(floor: number, tail: number, reports: string): Body {
  return [u32Bytes(floor, tail), asciiBytes(reports)];
}

/** As many of `frames` as fit into one message, from the first on. At least one fits. */
export function pushBody(floor: number, frames: readonly Frame[]): Body {
  const parts = [u32Bytes(floor)];
  let sizeBytes = PUSH_FRAMES_AT;
  for (const { bytes } of frames) {
    sizeBytes += bytes.length;
    if (sizeBytes > MAX_BODY_BYTES) break;
    parts.push(bytes);
  }
  return parts;
}

/** The phone's answer, or the reason why there is none: damage, an answer for a different watch, or a refusal. */
export function parseAnswer(bytes: Uint8Array, install: number): Result<PhoneAnswer> {
  const opened = unseal(bytes);
  if (!opened.ok) return opened;
  const { kind, id, install: addressee, body } = opened.value;
  if (kind === REFUSAL) return fail(asciiText(body.slice(REFUSAL_SENTENCE_AT)), 'phone');
  if (addressee !== install) return fail('an answer for another watch', 'byte 7');
  if (kind === MERGED) return ok({ id, preferences: asciiText(body) });
  if (kind !== HOLDINGS || body.length < HOLDINGS_AT.forgotten)
    return fail(`unexpected answer ${kind}`, 'byte 2');
  return ok({ id, holdings: parseHoldings(body) });
}

/** Fields that an older phone leaves out read as 0; fields that a newer one adds are ignored. */
function parseHoldings(body: Uint8Array): Holdings {
  return {
    epoch: u32At(body, HOLDINGS_AT.epoch),
    through: u32At(body, HOLDINGS_AT.through),
    forgotten: u32At(body, HOLDINGS_AT.forgotten),
    preferencesCrc: u32At(body, HOLDINGS_AT.preferencesCrc),
    lastSessionS: u32At(body, HOLDINGS_AT.lastSessionS),
    lastStageCode: body[HOLDINGS_AT.lastStageCode] ?? 0,
    throughCrc: u32At(body, HOLDINGS_AT.throughCrc),
    lastRoutine: asciiText(body.slice(HOLDINGS_AT.lastRoutine)) || undefined,
  };
}
