/**
 * The log of finished sessions on the watch: append-only frames, 64 numbers a file. Owns identity, numbers and recovery; knows
 * no format inside a frame. Two numbers beside it, floor and tail, say which records there are even where bytes are spoilt.
 */
import { encodeFrame, type Frame, scanFrames, VOID } from '../core/log/frame.ts';
import type { Files } from '../ports/files.ts';
import type { Report } from '../ports/report.ts';
import type { SlotStore } from './slot-store.ts';

/** Records that stay for the history page, whatever the phone holds. */
const NEWEST_KEPT = 50;
/** Frames that are more than one message carries. */
const ENOUGH = 128;
const LOG = 'log';

export interface Journal {
  /** Random number that names this install; made at the first call. */
  installId(): number;
  /** The newest record's seq; 0 where there is none. */
  tail(): number;
  /** The lowest seq that the watch still has; one above the tail where it has none. */
  floor(): number;
  /** False where it could not be stored (it is reported). The append is the commit. */
  append(kind: number, body: Uint8Array): boolean;
  /** Numbers up to `seq` are in use, although this log may have lost them: the next record comes after. */
  reserve(seq: number): void;
  /** The phone holds all up to `through`: whole files of older records go, but never one of the newest 50. */
  prune(through: number): void;
  /** All up to `seq` was deleted by the wearer and is never shown or sent again. */
  forget(seq: number): void;
  /**
   * The frames from `seq` on, in order, damaged ones as void, so that one never stops the rest. More than a message carries,
   * but not all: ask again from the last one on. None behind a file that is there and cannot be read.
   */
  framesFrom(seq: number): readonly Frame[];
}

/** @param random a number in [0, 1) */
export function createJournal(files: Files, store: SlotStore, report: Report, random: () => number): Journal {
  let install = 0;
  let floor = 0;
  let tail = 0;

  /** The frames of file number `index`; null where it is there and cannot be read. */
  function read(index: number): readonly Frame[] | null {
    const name = LOG + index;
    const bytes = files.read(name);
    if (bytes === null) {
      if (!files.isThere(name)) return [];
      report(LOG, `${name} cannot be read`);
      return null;
    }
    const { frames, damage } = scanFrames(bytes);
    for (const { from, to } of damage) report(LOG, `${name}: bytes ${from} to ${to} are damaged`);
    return frames;
  }

  /** Finds floor and tail; a floor of 0 is unknown. */
  function look(): void {
    if (floor > 0) return;
    const marks = store.load('marks').split(' ');
    floor = Number(marks[0]) || 1;
    tail = Number(marks[1]) || 0;
    // An append comes before its mark. Where the marks are lost, the files there are tell the tail.
    for (let index = (tail + 1) >>> 6; ; index++) {
      const frames = read(index);
      if (frames !== null) for (const { seq } of frames) tail = Math.max(tail, seq);
      if (!files.isThere(LOG + (index + 1))) return;
    }
  }

  function mark(): boolean {
    return store.save('marks', `${floor} ${tail}`);
  }

  function raise(to: number): void {
    look();
    const from = floor >>> 6;
    if (to <= floor) return;
    floor = to;
    tail = Math.max(tail, to - 1);
    // The files go after the mark: what dies between leaves one that nobody reads, and the next time takes it along.
    if (!mark()) return;
    for (let index = Math.max(0, from - 1); index < to >>> 6; index++) {
      files.write(LOG + index, new Uint8Array(0));
    }
  }

  return {
    tail() {
      look();
      return tail;
    },
    floor() {
      look();
      return floor;
    },
    installId() {
      if (install === 0) install = Number(store.load('install'));
      if (install >= 1) return install;
      install = Math.floor(random() * 0xfffffffe) + 1;
      // Into both slots: no single damaged file makes another watch of this one.
      store.save('install', String(install));
      store.save('install', String(install));
      return install;
    },
    append(kind, body) {
      look();
      const seq = tail + 1;
      const index = seq >>> 6;
      // Behind bytes that nobody could read, two records might get one number.
      const stored = read(index) !== null && files.append(LOG + index, encodeFrame(kind, seq, body).bytes);
      if (stored) {
        tail = seq;
        mark();
      } else {
        report(LOG, 'the session could not be stored');
        // What a refused append has left behind only the file knows.
        floor = 0;
      }
      return stored;
    },
    reserve(seq) {
      look();
      if (seq <= tail) return;
      tail = seq;
      mark();
    },
    prune(through) {
      look();
      raise(Math.min(through + 1, tail - NEWEST_KEPT + 1) & -64);
    },
    forget: (seq) => raise(seq + 1),
    framesFrom(seq) {
      look();
      const kept: Frame[] = [];
      let next = Math.max(seq, floor);
      const fillTo = (end: number): void => {
        for (; next < end; next++) kept.push(encodeFrame(VOID, next, new Uint8Array(0)));
      };
      while (next <= tail && kept.length < ENOUGH) {
        const end = Math.min(tail + 1, ((next >>> 6) + 1) * 64);
        const frames = read(next >>> 6);
        if (frames === null) break;
        for (const frame of frames) {
          if (frame.seq < next || frame.seq >= end) continue;
          fillTo(frame.seq);
          kept.push(frame);
          next++;
        }
        fillTo(end);
      }
      return kept;
    },
  };
}
