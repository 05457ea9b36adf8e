/**
 * The records that the phone keeps in its storage, as frames, unchanged. This is the only writer of the keys that begin with
 * `log.`, `watch.` and `store.` (docs/log-format.md lists them); the page posts commands instead (`run-commands.ts`).
 */
import { u32At } from '../utils/core/base/bytes.ts';
import { CRC_BYTES } from '../utils/core/base/crc32.ts';
import { toHex } from '../utils/core/base/hex.ts';
import { PHASES } from '../utils/core/log/codes.ts';
import { isRestedFrom } from '../utils/core/log/counted.ts';
import { type Frame, SESSION, VOID } from '../utils/core/log/frame.ts';
import { readRecord } from '../utils/core/log/read-record.ts';
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
import {
  checkedContent,
  checkedText,
  parseWatchNumbers,
  type WatchNumbers,
  watchKey,
} from '../utils/core/sync/phone-keys.ts';
import { latestCounted } from '../utils/core/trend/counted-sessions.ts';
import { readLogPage } from '../utils/core/trend/stored-log.ts';
import { type PhoneStorage, removeKey, writeText } from './phone-storage.ts';

/** The result of storing frames. */
interface Inserted {
  readonly added: number;
  /** Already stored, byte for byte; or voids of records that are stored. */
  readonly known: number;
}

export interface PhoneRecordStore extends RecordStore {
  /** Stores frames like `insert`, including those that were deleted here before. The watch still forgets its own. */
  restore(install: number, frames: readonly Frame[]): boolean;
  /**
   * Deletes every record of every watch for good: records that a watch still has are not stored again. Returns false if the
   * storage did not do it; it can be called again.
   */
  forgetAll(): boolean;
}

const EPOCH_KEY = 'store.epoch';
const VERSION_KEY = 'store.version';
const LAST_KEY = 'store.last';
/** If the noted last session does not count, the last one that counts is searched among this many of the newest. */
const MOST_SEARCHED = 64;
/** The greatest install number that the phone gives out. */
const LAST_INSTALL = 0xfffffffe;
/** The layout of the keys that this version of the app writes. */
const VERSION = 1;

/** If a record's number is taken by another record, this many further install numbers are searched for it. */
const MOST_SUBSTITUTE_WATCHES = 16;

/**
 * @param random returns a number in [0, 1)
 * @param nowMs the phone's clock, UTC ms; a session after this time is stored but is not the last one
 * @param report gets a sentence about anything damaged, and about records whose number another one had
 */
export function createRecordStore(
  storage: PhoneStorage,
  random: () => number,
  nowMs: () => number = () => Number.POSITIVE_INFINITY,
  report: (sentence: string) => void = () => {},
): PhoneRecordStore {
  /** The text under a key of numbers; empty if it is damaged, which is reported. */
  function content(key: string): string {
    const stored = storage.getItem(key);
    const text = checkedContent(stored);
    if (text === null && stored) report(`${key} is damaged; nothing is deleted because of it`);
    return text ?? '';
  }

  function watchNumbers(install: number): WatchNumbers {
    const key = watchKey(install);
    const stored = storage.getItem(key);
    const numbers = parseWatchNumbers(stored);
    if (numbers === null && stored) report(`${key} is damaged; nothing is deleted because of it`);
    return numbers ?? { forgotten: 0, floor: 0, tail: 0 };
  }

  function writeWatchNumbers(install: number, { forgotten, floor, tail }: WatchNumbers): boolean {
    return writeText(storage, watchKey(install), checkedText(`${forgotten} ${floor} ${tail}`));
  }

  /** The keys of a later version are not touched, because this version could only damage them. */
  function isOurs(): boolean {
    const version = Number(content(VERSION_KEY)) || 0;
    return (
      version === VERSION || (version === 0 && writeText(storage, VERSION_KEY, checkedText(String(VERSION))))
    );
  }

  /** Stores frames of one block. @returns how many, and those whose number another record has */
  function insertIntoBlock(
    key: string,
    frames: readonly Frame[],
  ): Inserted & { readonly others: readonly Frame[] } {
    let stored = decodeBlock(storage.getItem(key)).frames;
    const added: Frame[] = [];
    const others: Frame[] = [];
    for (const frame of frames) {
      const same = stored.find(({ seq }) => seq === frame.seq);
      const replacesVoid = same?.kind === VOID && frame.kind !== VOID;
      if (same === undefined || replacesVoid) {
        stored = [...stored.filter((one) => one !== same), frame];
        added.push(frame);
      } else if (frame.kind !== VOID && toHex(same.bytes) !== toHex(frame.bytes)) others.push(frame);
    }
    const known = frames.length - added.length - others.length;
    if (added.length > 0 && !writeText(storage, key, encodeBlock(stored)))
      return { added: 0, known, others: [] };
    added.forEach(noteLastSession);
    return { added: added.length, known, others };
  }

  /** Stores frames. Of two different records of one number both are kept, the later one under the number of another watch. */
  function insertAll(install: number, frames: readonly Frame[], depth = 0): Inserted {
    if (!isOurs() || depth > MOST_SUBSTITUTE_WATCHES) return { added: 0, known: 0 };
    const byKey = new Map<string, Frame[]>();
    for (const frame of frames) {
      const key = blockKey(install, frame.seq);
      const ofKey = byKey.get(key);
      if (ofKey === undefined) byKey.set(key, [frame]);
      else ofKey.push(frame);
    }
    let added = 0;
    let known = 0;
    for (const [key, ofBlock] of byKey) {
      const inserted = insertIntoBlock(key, ofBlock);
      added += inserted.added;
      known += inserted.known;
      const other = nextWatch(install);
      const elsewhere = insertAll(other, inserted.others, depth + 1);
      added += elsewhere.added;
      known += elsewhere.known;
      if (elsewhere.added > 0)
        report(
          `${elsewhere.added} records of watch ${install.toString(16)} differ from the stored ones of their numbers; ` +
            `both are kept, these as watch ${other.toString(16)}`,
        );
    }
    return { added, known };
  }

  function restore(install: number, frames: readonly Frame[]): boolean {
    const { added, known } = insertAll(install, frames);
    return isOurs() && added + known === frames.length;
  }

  function noteLastSession(frame: Frame): void {
    if (frame.kind !== SESSION) return;
    const record = readRecord(frame);
    if (!record.ok || record.value.kind !== 'session' || !isRestedFrom(record.value)) return;
    const { startedAtMs } = record.value;
    if (!isPossibleStart(startedAtMs, nowMs())) return;
    const before = lastSession();
    if (before !== null && before.startedS * 1000 >= startedAtMs) return;
    writeLastSession(record.value);
  }

  function writeLastSession({ startedAtMs, phase, routine }: SessionRecord): void {
    writeText(storage, LAST_KEY, checkedText(`${startedAtMs / 1000} ${PHASES.indexOf(phase)} ${routine}`));
  }

  /** The noted session, if its start is possible. */
  function notedSession(): LastSession | null {
    const [startedS, stageCode, ...routine] = (checkedContent(storage.getItem(LAST_KEY)) ?? '').split(' ');
    if (!isPossibleStart(Number(startedS) * 1000, nowMs())) return null;
    const noted = { startedS: Number(startedS), stageCode: Number(stageCode) || 0 };
    return routine.length === 0 ? noted : { ...noted, routine: routine.join(' ') };
  }

  function lastSession(): LastSession | null {
    const noted = notedSession();
    if (noted !== null || !storage.getItem(LAST_KEY)) return noted;
    // It is damaged; or the clock that dated it, or that of this phone, has been put right since.
    const texts = { keys: Object.keys(storage.toObject()), read: (key: string) => storage.getItem(key) };
    const { sessions } = readLogPage(texts, null, MOST_SEARCHED);
    const [newest] = latestCounted(sessions, nowMs()).filter(({ record }) => isRestedFrom(record));
    if (newest !== undefined) writeLastSession(newest.record);
    return notedSession();
  }

  const forgotten = (install: number): number => watchNumbers(install).forgotten;

  return {
    lastSession,
    forgotten,
    epoch() {
      const stored = Number(content(EPOCH_KEY));
      if (stored >= 1 && stored <= 0xffffffff) return stored;
      const made = Math.floor(random() * LAST_INSTALL) + 1;
      writeText(storage, EPOCH_KEY, checkedText(String(made)));
      return made;
    },
    noteWatch(install, floor, tail) {
      const stored = storage.getItem(watchKey(install));
      const before = watchNumbers(install);
      // No more can be deleted than the watch has ever had, whatever the text says and whether its checksum is right.
      const isSure = tail === 0 || before.forgotten <= Math.max(tail, before.tail);
      const numbers = {
        forgotten: isSure ? before.forgotten : 0,
        floor,
        tail: Math.max(tail, before.tail),
      };
      if (checkedText(`${numbers.forgotten} ${floor} ${numbers.tail}`) !== stored)
        writeWatchNumbers(install, numbers);
    },
    restore,
    insert(install, frames) {
      const forgottenThrough = forgotten(install);
      return restore(
        install,
        frames.filter(({ seq }) => seq > forgottenThrough),
      );
    },
    checksumOf(install, seq) {
      const frame = decodeBlock(storage.getItem(blockKey(install, seq))).frames.find(
        (one) => one.seq === seq,
      );
      return frame === undefined || frame.kind === VOID
        ? 0
        : u32At(frame.bytes, frame.bytes.length - CRC_BYTES);
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
        // What was kept beside another watch's record was of that watch, and no other will ask for it.
        if (install === null || blocks.some((one) => nextWatch(installOfKey(one) ?? 0) === install))
          return true;
        const { forgotten, ...others } = watchNumbers(install);
        const newest = Math.max(forgotten, newestSeq(decodeBlock(storage.getItem(key)).frames));
        // Marked before anything is deleted: a service that dies in between must not bring a record back.
        return writeWatchNumbers(install, { ...others, forgotten: newest });
      });
      if (!isMarked.every(Boolean)) return false;
      for (const key of [...blocks, LAST_KEY]) removeKey(storage, key);
      return Object.keys(storage.toObject()).every((key) => !isBlockKey(key));
    },
  };
}

/** The number of the watch under which a record is kept whose own number another record has. */
function nextWatch(install: number): number {
  return install < LAST_INSTALL ? install + 1 : 1;
}

function newestSeq(frames: readonly Frame[]): number {
  return frames.reduce((newest, { seq }) => Math.max(newest, seq), 0);
}
