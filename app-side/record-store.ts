/**
 * The phone's durable store over its settings storage: frames unchanged, insert if absent. The only writer of the keys `log.`,
 * `watch.` and `store.`; the page posts commands instead (`run-commands.ts`). `docs/log-format.md` lists the keys.
 */

import { PHASES } from '../utils/core/log/codes.ts';
import { decodeRecord } from '../utils/core/log/decode.ts';
import { type Frame, SESSION } from '../utils/core/log/frame.ts';
import {
  blockKey,
  decodeBlock,
  encodeBlock,
  installOfKey,
  isBlockKey,
} from '../utils/core/sync/frame-block.ts';
import type { LastSession, RecordStore } from '../utils/core/sync/inbox.ts';

/** The part of the platform's storage that is used. */
export interface TextStore {
  getItem(key: string): string | null | undefined;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  toObject(): Record<string, string>;
}

export interface SessionStore extends RecordStore {
  /** Deletes every record of every watch, for good: what a watch still has of them is not taken again. False where that failed. */
  forgetAll(): boolean;
}

const EPOCH_KEY = 'store.epoch';
const VERSION_KEY = 'store.version';
const LAST_KEY = 'store.last';
/** The layout of the keys that this version writes. */
const VERSION = 1;

/** @param random a number in [0, 1) */
export function createSessionStore(texts: TextStore, random: () => number): SessionStore {
  /** What a write did is seen by reading back alone, so that a throw is nothing but a write that did not happen. */
  function write(key: string, value: string): boolean {
    try {
      texts.setItem(key, value);
    } catch {
      // Drawn by the reader.
    }
    return texts.getItem(key) === value;
  }

  /** Two numbers of a watch: forgotten through, and the floor that it last had. */
  function aboutWatch(install: number): readonly [number, number] {
    const [forgotten, floor] = String(texts.getItem(watchKey(install)) ?? '').split(' ');
    return [Number(forgotten) || 0, Number(floor) || 0];
  }

  /** A later version's keys are not touched: this one could only spoil them. */
  function isOurs(): boolean {
    const version = Number(texts.getItem(VERSION_KEY) ?? 0) || 0;
    return version === VERSION || (version === 0 && write(VERSION_KEY, String(VERSION)));
  }

  function insertBlock(key: string, frames: readonly Frame[]): boolean {
    const kept = decodeBlock(texts.getItem(key)).frames;
    const added = frames.filter(
      ({ seq }, at) =>
        kept.every((frame) => frame.seq !== seq) && frames.findIndex((frame) => frame.seq === seq) === at,
    );
    if (added.length === 0) return true;
    // The platform says nothing about what a write did, so it is read back before the watch is told.
    if (!write(key, encodeBlock([...kept, ...added]))) return false;
    added.forEach(noteLast);
    return true;
  }

  function noteLast(frame: Frame): void {
    if (frame.kind !== SESSION) return;
    const record = decodeRecord(frame);
    if (!record.ok || record.value.kind !== 'session') return;
    const startedS = record.value.startedAtMs / 1000;
    const before = last();
    if (before !== null && before.startedS >= startedS) return;
    write(LAST_KEY, `${startedS} ${PHASES.indexOf(record.value.phase)}`);
  }

  function last(): LastSession | null {
    const [startedS, phase] = String(texts.getItem(LAST_KEY) ?? '').split(' ');
    return Number(startedS) > 0 ? { startedS: Number(startedS), phase: Number(phase) || 0 } : null;
  }

  const forgotten = (install: number): number => aboutWatch(install)[0];

  return {
    last,
    forgotten,
    epoch() {
      const stored = Number(texts.getItem(EPOCH_KEY));
      if (stored >= 1) return stored;
      const made = Math.floor(random() * 0xfffffffe) + 1;
      write(EPOCH_KEY, String(made));
      return made;
    },
    met(install, floor) {
      const [through, before] = aboutWatch(install);
      if (floor !== before) write(watchKey(install), `${through} ${floor}`);
    },
    insert(install, frames) {
      if (!isOurs()) return false;
      const through = forgotten(install);
      const wanted = frames.filter(({ seq }) => seq > through);
      const keys = wanted.map(({ seq }) => blockKey(install, seq));
      const stored = [...new Set(keys)].map((key) =>
        insertBlock(
          key,
          wanted.filter((_, at) => keys[at] === key),
        ),
      );
      return stored.every(Boolean);
    },
    through(install, floor) {
      let key = '';
      let seqs: readonly number[] = [];
      let seq = Math.max(floor, forgotten(install) + 1);
      for (;;) {
        if (blockKey(install, seq) !== key) {
          key = blockKey(install, seq);
          seqs = decodeBlock(texts.getItem(key)).frames.map((frame) => frame.seq);
        }
        if (seqs.indexOf(seq) < 0) return seq - 1;
        seq++;
      }
    },
    forgetAll() {
      const blocks = Object.keys(texts.toObject()).filter(isBlockKey);
      const marked = blocks.map((key) => {
        const install = installOfKey(key);
        if (install === null) return true;
        const [through, floor] = aboutWatch(install);
        const newest = Math.max(through, newestOf(decodeBlock(texts.getItem(key)).frames));
        // The mark first: what dies between must not bring a record back.
        return write(watchKey(install), `${newest} ${floor}`);
      });
      if (!marked.every(Boolean)) return false;
      for (const key of [...blocks, LAST_KEY]) texts.removeItem(key);
      return Object.keys(texts.toObject()).every((key) => !isBlockKey(key));
    },
  };
}

function newestOf(frames: readonly Frame[]): number {
  return frames.reduce((newest, { seq }) => Math.max(newest, seq), 0);
}

function watchKey(install: number): string {
  return `watch.${install.toString(16)}`;
}
