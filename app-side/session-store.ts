/** The phone's durable store over its settings storage: frames unchanged, insert if absent. The only writer of `log.` keys. */
import type { Frame } from '../utils/core/log/frame.ts';
import { blockKey, decodeBlock, encodeBlock } from '../utils/core/sync/block.ts';
import type { RecordStore } from '../utils/core/sync/inbox.ts';

/** The part of the platform's storage that is used. */
export interface TextStore {
  getItem(key: string): string | null | undefined;
  setItem(key: string, value: string): void;
}

const EPOCH_KEY = 'store.epoch';

/** @param random a number in [0, 1) */
export function createSessionStore(texts: TextStore, random: () => number): RecordStore {
  /** What a write did is seen by reading back alone, so that a throw is nothing but a write that did not happen. */
  function write(key: string, value: string): void {
    try {
      texts.setItem(key, value);
    } catch {
      // Seen by the reader.
    }
  }

  function insertOne(install: number, frame: Frame): boolean {
    const key = blockKey(install, frame.seq);
    const block = decodeBlock(texts.getItem(key));
    if (block.frames.some((kept) => kept.seq === frame.seq)) return true;
    write(key, encodeBlock([...block.frames, frame]));
    // The platform says nothing about what a write did, so it is read back before the watch is told.
    return decodeBlock(texts.getItem(key)).frames.some((kept) => kept.seq === frame.seq);
  }

  return {
    epoch() {
      const stored = Number(texts.getItem(EPOCH_KEY));
      if (stored >= 1) return stored;
      const made = Math.floor(random() * 0xfffffffe) + 1;
      write(EPOCH_KEY, String(made));
      return made;
    },
    insert(install, frames) {
      let all = true;
      for (const frame of frames) if (!insertOne(install, frame)) all = false;
      return all;
    },
    through(install, floor) {
      let key = '';
      let seqs: readonly number[] = [];
      let seq = floor;
      for (;;) {
        if (blockKey(install, seq) !== key) {
          key = blockKey(install, seq);
          seqs = decodeBlock(texts.getItem(key)).frames.map((frame) => frame.seq);
        }
        if (seqs.indexOf(seq) < 0) return seq - 1;
        seq++;
      }
    },
  };
}
