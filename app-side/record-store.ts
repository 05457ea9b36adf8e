/**
 * The records that the phone keeps in its storage, as frames, unchanged. This is the only writer of the keys that begin with
 * `log.`, `watch.` and `store.` (docs/log-format.md lists them); the page posts commands instead (`run-commands.ts`).
 */
import { PHASES } from '../utils/core/log/codes.ts';
import { isRestedFrom } from '../utils/core/log/counted.ts';
import { decodeRecord } from '../utils/core/log/decode.ts';
import { type Frame, SESSION } from '../utils/core/log/frame.ts';
import type { SessionRecord } from '../utils/core/log/record.ts';
import { isPossibleStart } from '../utils/core/schedule/possible-start.ts';
import {
  blockKey,
  decodeBlock,
  encodeBlock,
  installOfKey,
  isBlockKey,
} from '../utils/core/sync/frame-block.ts';
import type { LastSession, RecordStore } from '../utils/core/sync/inbox.ts';
import { countedSessions } from '../utils/core/trend/counted-sessions.ts';
import { readLogPage } from '../utils/core/trend/stored-log.ts';
import { type PhoneStorage, removeKey, writeText } from './phone-storage.ts';

export interface PhoneRecordStore extends RecordStore {
  /** Stores frames as `insert` does, those that were deleted here before too. The watch still forgets its own. */
  restore(install: number, frames: readonly Frame[]): boolean;
  /**
   * Deletes every record of every watch for good: what a watch still has of them is not taken again. Returns false where the
   * storage did not do it; it can be called again.
   */
  forgetAll(): boolean;
}

const EPOCH_KEY = 'store.epoch';
const VERSION_KEY = 'store.version';
const LAST_KEY = 'store.last';
/** Among so many of the newest sessions the last one that counts is looked for, where the noted one does not. */
const LOOKED_AT = 64;
/** The layout of the keys that this version of the app writes. */
const VERSION = 1;

/**
 * @param random gives a number in [0, 1)
 * @param nowMs the phone's clock, UTC ms; a session that lies ahead of it is stored, and is not the last one
 */
export function createRecordStore(
  storage: PhoneStorage,
  random: () => number,
  nowMs: () => number = () => Number.POSITIVE_INFINITY,
): PhoneRecordStore {
  function watchNumbers(install: number): WatchNumbers {
    const [forgotten, floor] = String(storage.getItem(watchKey(install)) ?? '').split(' ');
    return { forgotten: Number(forgotten) || 0, floor: Number(floor) || 0 };
  }

  function writeWatchNumbers(install: number, { forgotten, floor }: WatchNumbers): boolean {
    return writeText(storage, watchKey(install), `${forgotten} ${floor}`);
  }

  /** The keys of a later version are left alone: this version could only spoil them. */
  function isOurs(): boolean {
    const version = Number(storage.getItem(VERSION_KEY) ?? 0) || 0;
    return version === VERSION || (version === 0 && writeText(storage, VERSION_KEY, String(VERSION)));
  }

  function insertIntoBlock(key: string, frames: readonly Frame[]): boolean {
    const stored = decodeBlock(storage.getItem(key)).frames;
    const added = frames.filter(
      ({ seq }, at) =>
        stored.every((frame) => frame.seq !== seq) && frames.findIndex((frame) => frame.seq === seq) === at,
    );
    if (added.length === 0) return true;
    if (!writeText(storage, key, encodeBlock([...stored, ...added]))) return false;
    added.forEach(noteLastSession);
    return true;
  }

  function insertAll(install: number, frames: readonly Frame[]): boolean {
    if (!isOurs()) return false;
    const blocks = new Map<string, Frame[]>();
    for (const frame of frames) {
      const key = blockKey(install, frame.seq);
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [frame]);
      else block.push(frame);
    }
    return Array.from(blocks, ([key, block]) => insertIntoBlock(key, block)).every(Boolean);
  }

  function noteLastSession(frame: Frame): void {
    if (frame.kind !== SESSION) return;
    const record = decodeRecord(frame);
    if (!record.ok || record.value.kind !== 'session' || !isRestedFrom(record.value)) return;
    const { startedAtMs } = record.value;
    if (!isPossibleStart(startedAtMs, nowMs())) return;
    const before = notedSession();
    if (before !== null && before.startedS * 1000 >= startedAtMs) return;
    writeLastSession(record.value);
  }

  function writeLastSession({ startedAtMs, phase, routine }: SessionRecord): void {
    writeText(storage, LAST_KEY, `${startedAtMs / 1000} ${PHASES.indexOf(phase)} ${routine}`);
  }

  /** What is noted, where it can have been. */
  function notedSession(): LastSession | null {
    const [startedS, stageCode, ...routine] = String(storage.getItem(LAST_KEY) ?? '').split(' ');
    if (!isPossibleStart(Number(startedS) * 1000, nowMs())) return null;
    const noted = { startedS: Number(startedS), stageCode: Number(stageCode) || 0 };
    return routine.length === 0 ? noted : { ...noted, routine: routine.join(' ') };
  }

  function lastSession(): LastSession | null {
    const noted = notedSession();
    if (noted !== null || !storage.getItem(LAST_KEY)) return noted;
    // The clock that dated it, or that of this phone, has been put right since.
    const texts = { keys: Object.keys(storage.toObject()), read: (key: string) => storage.getItem(key) };
    const { sessions } = readLogPage(texts, null, LOOKED_AT);
    const [newest] = countedSessions(sessions, nowMs());
    if (newest !== undefined) writeLastSession(newest.record);
    return notedSession();
  }

  const forgotten = (install: number): number => watchNumbers(install).forgotten;

  return {
    lastSession,
    forgotten,
    epoch() {
      const stored = Number(storage.getItem(EPOCH_KEY));
      if (stored >= 1) return stored;
      const made = Math.floor(random() * 0xfffffffe) + 1;
      writeText(storage, EPOCH_KEY, String(made));
      return made;
    },
    noteFloor(install, floor) {
      const numbers = watchNumbers(install);
      if (floor !== numbers.floor) writeWatchNumbers(install, { ...numbers, floor });
    },
    restore: insertAll,
    insert(install, frames) {
      const through = forgotten(install);
      return insertAll(
        install,
        frames.filter(({ seq }) => seq > through),
      );
    },
    heldThrough(install, floor) {
      let key = '';
      let seqs: readonly number[] = [];
      let seq = Math.max(floor, forgotten(install) + 1);
      for (;;) {
        if (blockKey(install, seq) !== key) {
          key = blockKey(install, seq);
          seqs = decodeBlock(storage.getItem(key)).frames.map((frame) => frame.seq);
        }
        if (seqs.indexOf(seq) < 0) return seq - 1;
        seq++;
      }
    },
    forgetAll() {
      const blocks = Object.keys(storage.toObject()).filter(isBlockKey);
      const isMarked = blocks.map((key) => {
        const install = installOfKey(key);
        if (install === null) return true;
        const { forgotten, floor } = watchNumbers(install);
        const newest = Math.max(forgotten, newestSeq(decodeBlock(storage.getItem(key)).frames));
        // Marked before anything is deleted: a service that dies in between must not bring a record back.
        return writeWatchNumbers(install, { forgotten: newest, floor });
      });
      if (!isMarked.every(Boolean)) return false;
      for (const key of [...blocks, LAST_KEY]) removeKey(storage, key);
      return Object.keys(storage.toObject()).every((key) => !isBlockKey(key));
    },
  };
}

/** What the phone stores of a watch beside its records. */
interface WatchNumbers {
  /** Every record up to this seq was deleted on this phone; 0 for none. */
  readonly forgotten: number;
  /** The lowest seq that the watch had when it last spoke. */
  readonly floor: number;
}

function newestSeq(frames: readonly Frame[]): number {
  return frames.reduce((newest, { seq }) => Math.max(newest, seq), 0);
}

function watchKey(install: number): string {
  return `watch.${install.toString(16)}`;
}
