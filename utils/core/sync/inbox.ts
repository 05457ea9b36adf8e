/** The phone's end of the sync: stores first, then states what is stored. Owns the answer; the store is a port. */
import { sentence } from '../base/result.ts';
import type { Frame } from '../log/frame.ts';
import { encodeMessage, type Message, parseMessage } from './message.ts';

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
  const parsed = parseMessage(bytes);
  if (!parsed.ok) return refusal(null, sentence(parsed.failure));
  const message = parsed.value;
  switch (message.kind) {
    case 'hello':
      return holds(message, message.floor, store);
    case 'push':
      if (!store.insert(message.install, message.frames)) {
        return refusal(message, 'the phone could not store the records');
      }
      return holds(message, message.floor, store);
    default:
      return refusal(message, `a phone does not take "${message.kind}"`);
  }
}

function holds(to: Message, floor: number, store: RecordStore): Uint8Array {
  return encodeMessage({
    kind: 'holds',
    id: to.id,
    install: to.install,
    epoch: store.epoch(),
    through: store.through(to.install, floor),
  });
}

function refusal(to: Message | null, detail: string): Uint8Array {
  return encodeMessage({
    kind: 'error',
    id: to === null ? 0 : to.id,
    install: to === null ? 0 : to.install,
    detail,
  });
}
