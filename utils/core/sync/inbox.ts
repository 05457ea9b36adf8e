/** The phone's half of the sync: it stores the contents of a message and then states what is stored. The store is a port. */
import { asciiBytes, asciiText, concatBytes, u32At, u32Bytes } from '../base/bytes.ts';
import { crc32 } from '../base/crc32.ts';
import { sentence } from '../base/result.ts';
import { type Frame, scanFrames } from '../log/frame.ts';
import {
  BAD_BODY,
  type Envelope,
  FLOOR_AT,
  HELLO,
  HELLO_AT,
  HOLDINGS,
  MAX_BODY_BYTES,
  MERGED,
  NEEDS_UPDATE,
  NOT_STORED,
  PREFERENCES,
  PUSH,
  PUSH_FRAMES_AT,
  REFUSAL,
  seal,
  type Unsealed,
} from './message.ts';

/**
 * Stands for the checksum of preferences that are still empty. No watch has it, so every watch sends its own preferences.
 */
const NO_PREFERENCES = 1;

/** How much of what a failure of the phone says is sent to the watch. */
const MOST_FAILURE_CHARACTERS = 200;

/** The last session that the phone knows, for a watch with an empty log. */
export interface LastSession {
  /** Its start, s since 1970 UTC. */
  readonly startedS: number;
  /** The log's code for the wearer's stage. */
  readonly stageCode: number;
  /** The id of its routine; left out if that is not known. */
  readonly routine?: string | undefined;
}

/** The phone's durable store of records. `install` is the number of a watch, `seq` the number of a record on that watch. */
export interface RecordStore {
  /** The random number of this store; it differs after the phone's data was lost. */
  epoch(): number;
  /**
   * Stores the frames whose seq is not forgotten. If another record has a frame's seq, both are kept. Returns false if it
   * could not store them all.
   */
  insert(install: number, frames: readonly Frame[]): boolean;
  /** The highest N such that every record from `floor` to N is stored or forgotten; `floor - 1` if the first is missing. */
  heldThrough(install: number, floor: number): number;
  /** The wearer has deleted all records up to this seq; 0 for none. */
  forgotten(install: number): number;
  /** The latest session of all watches; null if none is stored. */
  lastSession(): LastSession | null;
  /** Notes the lowest seq that the watch still has, which shows what it has forgotten, and the highest one; 0 if unknown. */
  noteWatch(install: number, floor: number, tail: number): void;
  /** The checksum of the stored record, which shows the watch whether it is its own; 0 if none is stored or it is lost. */
  checksumOf(install: number, seq: number): number;
}

/** The wearer's preferences on the phone, as a text that the sync does not interpret. */
export interface PhonePreferences {
  /** Empty if there are none. */
  text(): string;
  /** Merges the watch's preferences into the phone's, stores the result and returns it; null if that failed. */
  merge(text: string): string | null;
}

type Refusal = readonly [code: number, what: string];

/**
 * The bytes that answer a message of a watch, which `unseal` has opened. Never throws, whatever the message contains.
 *
 * @param preferences null if the phone takes no preferences
 */
export function answerMessage(
  message: Unsealed,
  store: RecordStore,
  preferences: PhonePreferences | null = null,
): Uint8Array {
  if (!message.ok) return refuse(0, 0, [message.failure.code, sentence(message.failure)]);
  const { id, install, kind, body } = message.value;
  if (install === 0) {
    return refuse(id, install, [BAD_BODY, 'a message needs the number of its watch']);
  }
  if (kind === PREFERENCES && preferences !== null) {
    const merged = preferences.merge(asciiText(body));
    if (merged !== null && merged.length <= MAX_BODY_BYTES) {
      return seal(MERGED, id, install, asciiBytes(merged));
    }
    return refuse(id, install, [NOT_STORED, 'the phone could not store the preferences']);
  }
  const refusal = storeContent(message.value, store);
  if (refusal !== null) return refuse(id, install, refusal);
  const floor = u32At(body, FLOOR_AT);
  return seal(HOLDINGS, id, install, holdingsBody(install, floor, store, preferences));
}

/** The failure reports of the watch that a hello brings after its two numbers; empty for none and for other messages. */
export function helloReports({ kind, body }: Envelope): string {
  return kind === HELLO ? asciiText(body.slice(HELLO_AT.reports)) : '';
}

/** The answer if the phone itself has failed, whatever the message was. */
export function failureAnswer(what: string): Uint8Array {
  return refuse(0, 0, [NOT_STORED, what.slice(0, MOST_FAILURE_CHARACTERS)]);
}

function refuse(id: number, install: number, [code, what]: Refusal): Uint8Array {
  return seal(REFUSAL, id, install, [code], asciiBytes(what));
}

function holdingsBody(
  install: number,
  floor: number,
  store: RecordStore,
  preferences: PhonePreferences | null,
): Uint8Array {
  const {
    startedS,
    stageCode,
    routine = '',
  }: LastSession = store.lastSession() ?? { startedS: 0, stageCode: 0 };
  const through = store.heldThrough(install, floor);
  return concatBytes([
    u32Bytes(
      store.epoch(),
      through,
      store.forgotten(install),
      preferences === null ? 0 : crc32(asciiBytes(preferences.text())) || NO_PREFERENCES,
      startedS,
    ),
    [stageCode],
    u32Bytes(store.checksumOf(install, through)),
    asciiBytes(routine),
  ]);
}

/**
 * Stores the contents of a message; if it cannot, returns the reason. It ignores what a later version adds to a hello.
 */
function storeContent({ kind, body, install }: Envelope, store: RecordStore): Refusal | null {
  if (kind !== HELLO && kind !== PUSH) {
    return [NEEDS_UPDATE, `unknown kind of message ${kind}: update the phone`];
  }
  if (kind === HELLO && body.length < HELLO_AT.reports)
    return [BAD_BODY, `a hello needs ${HELLO_AT.reports} bytes`];
  const floor = u32At(body, FLOOR_AT);
  if (body.length < PUSH_FRAMES_AT || floor === 0) {
    return [BAD_BODY, 'a message needs a floor from 1 on'];
  }
  store.noteWatch(install, floor, kind === HELLO ? u32At(body, HELLO_AT.tail) : 0);
  if (kind === HELLO) return null;
  const scan = scanFrames(body.slice(PUSH_FRAMES_AT));
  const damage = scan.damage[0];
  if (damage !== undefined) {
    return [BAD_BODY, `the record at byte ${damage.from} of the push is damaged`];
  }
  if (store.insert(install, scan.frames)) return null;
  return [NOT_STORED, 'the phone could not store the records'];
}
