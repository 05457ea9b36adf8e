/** The phone's end of the sync: stores first, then states what is stored. Owns the answer; the store is a port. */
import { asciiBytes, numbers, u32Bytes } from '../base/bytes.ts';
import { sentence } from '../base/result.ts';
import { type Frame, scanFrames } from '../log/frame.ts';
import { type Envelope, HELLO, HOLDS, PUSH, REFUSAL, seal, unseal } from './message.ts';

/** What the phone keeps, by watch. */
export interface RecordStore {
  /** Names this store; another number after the phone's data was lost. */
  epoch(): number;
  /** Keeps frames whose seq it has not; returns false where it could not keep them all. */
  insert(install: number, frames: readonly Frame[]): boolean;
  /** Highest N so that every record from `floor` to N is held; `floor - 1` where the first is missing. */
  through(install: number, floor: number): number;
}

/** The answer to a message from a watch, as bytes. Never throws for what is in `bytes`. */
export function answerMessage(bytes: Uint8Array, store: RecordStore): Uint8Array {
  const opened = unseal(bytes);
  if (!opened.ok) return seal(REFUSAL, 0, 0, asciiBytes(sentence(opened.failure)));
  const question = opened.value;
  const wrong = take(question, store);
  if (wrong !== null) return seal(REFUSAL, question.id, question.install, asciiBytes(wrong));
  const floor = numbers(question.body).getUint32(0);
  const fact = u32Bytes(store.epoch(), store.through(question.install, floor));
  return seal(HOLDS, question.id, question.install, fact);
}

/** Stores what the message brings; a sentence where that cannot be done. */
function take(question: Envelope, store: RecordStore): string | null {
  const { kind, body, install } = question;
  if (install === 0) return 'a message needs the number of its watch';
  if (kind !== HELLO && kind !== PUSH) return `unknown kind of message ${kind}`;
  if (kind === HELLO && body.length !== 8) return 'a hello needs 8 bytes';
  if (body.length < 4 || numbers(body).getUint32(0) === 0) return 'a message needs a floor from 1 on';
  if (kind === HELLO) return null;
  const scan = scanFrames(body.slice(4));
  const damage = scan.damage[0];
  if (damage !== undefined) return `the record at byte ${damage.from} of the push is damaged`;
  return store.insert(install, scan.frames) ? null : 'the phone could not store the records';
}
