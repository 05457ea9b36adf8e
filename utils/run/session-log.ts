/**
 * The log of finished sessions on the watch: append-only frames, 64 numbers a file. Owns identity, numbers and recovery; knows
 * no format inside a frame. Two numbers beside it, floor and tail, say which records there are even where bytes are spoilt.
 */
import { NO_BYTES } from '../core/base/bytes.ts';
import { encodeFrame, type Frame, scanFrames, VOID } from '../core/log/frame.ts';
import { INSTALL_ID, LOG_BOUNDS, LOG_FILES } from '../core/stored-names.ts';
import type { Files } from '../ports/files.ts';
import type { Report } from '../ports/report.ts';
import type { TextStore } from './text-store.ts';

/** Records that stay for the history page, whatever the phone holds. */
const NEWEST_KEPT = 50;
/** Frames that are more than one message carries. */
const ENOUGH = 128;

export interface SessionLog {
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
export function createSessionLog(
  files: Files,
  store: TextStore,
  report: Report,
  random: () => number,
): SessionLog {
  let install = 0;
  let floor = 0;
  let tail = 0;

  /** The frames of file number `index`; null where it is there and cannot be read. */
  function read(index: number): readonly Frame[] | null {
    const name = LOG_FILES + index;
    const bytes = files.read(name);
    if (!bytes) {
      if (!files.isThere(name)) return [];
      report(LOG_FILES, `${name} cannot be read`);
      return null;
    }
    const { frames, damage } = scanFrames(bytes);
    for (const { from, to } of damage) report(LOG_FILES, `${name}: bytes ${from} to ${to} are damaged`);
    return frames;
  }

  /** Finds floor and tail, which it gives; a floor of 0 is unknown. */
  function look(): number {
    if (floor) return tail;
    const [low, high] = store.load(LOG_BOUNDS).split(' ').map(Number);
    floor = low || 1;
    tail = high || 0;
    // An append comes before its mark. Where the marks are lost, the files there are tell the tail.
    let index = (tail + 1) >>> 6;
    do for (const { seq } of read(index) || []) if (seq > tail) tail = seq;
    while (files.isThere(LOG_FILES + ++index));
    return tail;
  }

  function mark(): boolean {
    return store.save(LOG_BOUNDS, `${floor} ${tail}`);
  }

  function raise(to: number): void {
    look();
    let index = floor >>> 6;
    if (to <= floor) return;
    floor = to;
    tail = Math.max(tail, to - 1);
    // The files go after the mark: what dies between leaves one that nobody reads, and the next time takes it along.
    if (!mark()) return;
    if (index) index--;
    while (index < to >>> 6) files.write(LOG_FILES + index++, NO_BYTES);
  }

  return {
    tail: look,
    floor() {
      look();
      return floor;
    },
    installId() {
      install = install || Number(store.load(INSTALL_ID));
      if (install) return install;
      install = (random() * 0xfffffffe + 1) >>> 0;
      // Into both slots: no single damaged file makes another watch of this one.
      store.save(INSTALL_ID, `${install}`);
      store.save(INSTALL_ID, `${install}`);
      return install;
    },
    append(kind, body) {
      const seq = look() + 1;
      const index = seq >>> 6;
      // Behind bytes that nobody could read, two records might get one number.
      const stored = !!read(index) && files.append(LOG_FILES + index, encodeFrame(kind, seq, body).bytes);
      if (stored) {
        tail = seq;
        mark();
      } else {
        report(LOG_FILES, 'the session could not be stored');
        // What a refused append has left behind only the file knows.
        floor = 0;
      }
      return stored;
    },
    reserve(seq) {
      if (seq <= look()) return;
      tail = seq;
      mark();
    },
    prune(through) {
      raise(Math.min(through + 1, look() - (NEWEST_KEPT - 1)) & -64);
    },
    forget: (seq) => raise(seq + 1),
    framesFrom(seq) {
      look();
      const kept: Frame[] = [];
      let next = Math.max(seq, floor);
      while (next <= tail && kept.length < ENOUGH) {
        const index = next >>> 6;
        const frames = read(index);
        if (!frames) break;
        const bySeq: Record<number, Frame> = {};
        for (const frame of frames) bySeq[frame.seq] = bySeq[frame.seq] || frame;
        for (; next <= tail && next >>> 6 === index; next++) {
          kept.push(bySeq[next] || encodeFrame(VOID, next, NO_BYTES));
        }
      }
      return kept;
    },
  };
}
