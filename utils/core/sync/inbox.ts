/** The phone's end of the sync: stores first, then states what is stored. Owns the answer; the store is a port. */
import { asciiBytes, asciiText, concatBytes, u32At, u32Bytes } from '../base/bytes.ts';
import { crc32 } from '../base/crc32.ts';
import { type Failure, sentence } from '../base/result.ts';
import { type Frame, scanFrames } from '../log/frame.ts';
import {
  BAD_BODY,
  BAD_MESSAGE,
  CONFIG,
  type Envelope,
  HELLO,
  HOLDS,
  MAX_BODY_BYTES,
  MERGED,
  NEEDS_UPDATE,
  NOT_STORED,
  PUSH,
  REFUSAL,
  seal,
  unseal,
} from './message.ts';

/** Stands for the checksum of choices that are still empty: different from any that a watch has, so that it tells its own. */
const NO_CONFIG = 1;

/** The last session that the phone knows, for a watch that knows none. */
export interface LastSession {
  /** UTC s. */
  readonly startedS: number;
  /** Its code in the log. */
  readonly phase: number;
}

/** What the phone keeps, by watch. */
export interface RecordStore {
  /** Names this store; another number after the phone's data was lost. */
  epoch(): number;
  /** Keeps frames whose seq it has not and has not forgotten; returns false where it could not keep them all. */
  insert(install: number, frames: readonly Frame[]): boolean;
  /** Highest N so that every record from `floor` to N is held or forgotten; `floor - 1` where the first is missing. */
  through(install: number, floor: number): number;
  /** All records up to here were deleted by the wearer; 0 for none. */
  forgotten(install: number): number;
  /** Of whatever watch; null where no session is held. */
  last(): LastSession | null;
  /** The watch has this floor: what it was told to forget, it has. */
  met(install: number, floor: number): void;
}

/** The wearer's choices on the phone, a text that the sync does not look into. */
export interface PhoneConfig {
  /** Empty where there are none. */
  text(): string;
  /** Merges the watch's choices into the phone's, stores them and gives them back; null where that failed. */
  merge(text: string): string | null;
}

interface Refusal {
  readonly code: number;
  readonly what: string;
}

/** The answer to a message from a watch, as bytes. Never throws for what is in `bytes`. */
export function answerMessage(
  bytes: Uint8Array,
  store: RecordStore,
  config: PhoneConfig | null = null,
): Uint8Array {
  const opened = unseal(bytes);
  if (!opened.ok) return refuse(0, 0, { code: codeOf(opened.failure), what: sentence(opened.failure) });
  const { id, install, kind, body } = opened.value;
  if (install === 0) {
    return refuse(id, install, { code: BAD_BODY, what: 'a message needs the number of its watch' });
  }
  if (kind === CONFIG && config !== null) {
    const merged = config.merge(asciiText(body));
    const isSent = merged !== null && merged.length <= MAX_BODY_BYTES;
    if (isSent) return seal(MERGED, id, install, asciiBytes(merged));
    return refuse(id, install, { code: NOT_STORED, what: 'the phone could not store the choices' });
  }
  const wrong = take(opened.value, store);
  if (wrong !== null) return refuse(id, install, wrong);
  return seal(HOLDS, id, install, statement(install, u32At(body, 0), store, config));
}

/** The answer where the phone itself has failed, whatever was asked. */
export function failedAnswer(what: string): Uint8Array {
  return refuse(0, 0, { code: NOT_STORED, what: what.slice(0, 200) });
}

function refuse(id: number, install: number, { code, what }: Refusal): Uint8Array {
  return seal(REFUSAL, id, install, [code], asciiBytes(what));
}

function statement(
  install: number,
  floor: number,
  store: RecordStore,
  config: PhoneConfig | null,
): Uint8Array {
  const text = config === null ? '' : config.text();
  const last = store.last();
  return concatBytes([
    u32Bytes(
      store.epoch(),
      store.through(install, floor),
      store.forgotten(install),
      config === null ? 0 : crc32(asciiBytes(text)) || NO_CONFIG,
      last === null ? 0 : last.startedS,
    ),
    new Uint8Array([last === null ? 0 : last.phase]),
  ]);
}

function codeOf({ what }: Failure): number {
  return what.indexOf('protocol') === 0 ? NEEDS_UPDATE : BAD_MESSAGE;
}

/** Stores what the message brings; says why where that cannot be done. What a later version adds to a hello is left alone. */
function take(question: Envelope, store: RecordStore): Refusal | null {
  const { kind, body, install } = question;
  if (kind !== HELLO && kind !== PUSH) {
    return { code: NEEDS_UPDATE, what: `unknown kind of message ${kind}: update the phone` };
  }
  if (kind === HELLO && body.length < 8) return { code: BAD_BODY, what: 'a hello needs 8 bytes' };
  if (body.length < 4 || u32At(body, 0) === 0) {
    return { code: BAD_BODY, what: 'a message needs a floor from 1 on' };
  }
  store.met(install, u32At(body, 0));
  if (kind === HELLO) return null;
  const scan = scanFrames(body.slice(4));
  const damage = scan.damage[0];
  if (damage !== undefined) {
    return { code: BAD_BODY, what: `the record at byte ${damage.from} of the push is damaged` };
  }
  if (store.insert(install, scan.frames)) return null;
  return { code: NOT_STORED, what: 'the phone could not store the records' };
}
