/**
 * The log of finished sessions on the watch: frames that are only appended, 64 numbers in each file. It owns the install
 * number, the records' numbers and recovery, and knows nothing about the contents of a frame. Two separate numbers, floor and
 * tail, say which records there are even if bytes are damaged.
 */
import { NO_BYTES } from '../core/base/bytes.ts';
import { encodeFrame, type Frame, scanFrames, VOID } from '../core/log/frame.ts';
import { INSTALL_ID, LOG_BOUNDS, LOG_FILES } from '../core/stored-names.ts';
import { HISTORY_LENGTH } from '../core/view/history-view.ts';
import type { Files, Report } from '../ports/ports.ts';
import { highestNotedSeq } from './last-session.ts';
import type { TextStore } from './text-store.ts';

/** Numbers of records in a file. */
const FILE_SEQS = 64;
/** Emptying stops after so many files that are not there. */
const MOST_MISSING = 99;
/** Without the bounds, records are looked for behind so many files that are not there, which each launch of a new watch asks for. */
const MOST_LOST_FILES = 2;
const LAST_SEQ = 2 ** 32 - 1;
/** `framesFrom` stops after this many frames, which is more than fit into one message to the phone. */
const MOST_FRAMES = 128;

export interface SessionLog {
  /**
   * The random number that identifies this install, 1 to 2^32 - 2, made at the first call. 0 if it cannot be read or stored.
   * Then nothing may be sent, since the phone would take each launch for a different watch and store every record twice.
   */
  installId(): number;
  /** The newest number in use; 0 if there is none. */
  tail(): number;
  /** The lowest record that the watch still has for the phone; one above the tail if it has none. */
  floor(): number;
  /**
   * Appends a record under the number after the tail. The append is the commit.
   * @returns false if it could not be stored, which is reported
   */
  append(kind: number, body: Uint8Array): boolean;
  /** Marks numbers up to `seq` as used, although this log may have lost them. The next record gets a higher number. */
  reserve(seq: number): void;
  /** Empties files whose records the phone holds up to `through`: only whole files, and none with one of the newest 50. */
  prune(through: number): void;
  /** Forgets records up to `seq`, which the wearer has deleted, so that they are never shown or sent again. */
  forget(seq: number): void;
  /**
   * The frames from `seq` on, in order, with a void in the place of a damaged one, so that one never stops the rest. More
   * than a message carries, but not all: ask again from the last one on. Stops before a file that cannot be read.
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
  /** An install number that is not stored yet; 0 if there is none. */
  let made = 0;
  let tail = 0;
  /** 0 while floor and tail have not been read. */
  let floor = 0;
  /** Records before this one were sent under an install number that is lost, so they are not sent again. */
  let ownFrom = 1;
  /** The newest file that was read or written, and its frames, because a read may return the contents from before the last append. */
  let recentIndex = -1;
  let recentFrames: readonly Frame[] = [];
  /** Files whose failure has been reported since the app started. */
  const told: Record<string, boolean> = {};

  function tell(name: string, sentence: string): void {
    if (told[name]) return;
    told[name] = true;
    report(LOG_FILES, sentence);
  }

  /** The frames of a file; null if the file is there and cannot be read. */
  function read(index: number): readonly Frame[] | null {
    if (index === recentIndex) return recentFrames;
    const name = fileName(index);
    const bytes = files.read(name);
    if (bytes === null && files.isThere(name)) {
      tell(name, `${name} cannot be read`);
      return null;
    }
    const { frames, damage } = scanFrames(bytes || NO_BYTES);
    for (const { from, to } of damage) tell(name, `${name}: bytes ${from} to ${to} are damaged`);
    if (index > recentIndex) {
      recentIndex = index;
      recentFrames = frames;
    }
    return frames;
  }

  /** As stored: floor, tail, the install number a second time, and the first record under it; 0 for what is no number of a record. */
  function bounds(): number[] {
    return store.load(LOG_BOUNDS).split(' ').map(wholeNumber);
  }

  /** The tail. Reads floor and tail if that has not been done yet. */
  function readTail(): number {
    if (floor > 0) return tail;
    const [low, high, , own] = bounds();
    floor = low || 1;
    // If the bounds are lost, the note of the last session has at least its number.
    tail = Math.max(high || 0, floor - 1, low ? 0 : highestNotedSeq(store));
    ownFrom = own || 1;
    // A record is appended before its number is noted. If the note is lost, the files show the tail.
    // If the bounds are lost, so may the files be in which the newest records were looked for.
    let missing = high ? MOST_LOST_FILES : 0;
    for (let index = fileOf(tail + 1); missing <= MOST_LOST_FILES; index++) {
      if (!files.isThere(fileName(index))) missing++;
      else for (const { seq } of read(index) || []) tail = Math.max(tail, seq);
    }
    return tail;
  }

  function saveBounds(): boolean {
    return store.save(LOG_BOUNDS, `${floor} ${tail} ${installId()} ${ownFrom}`);
  }

  function installId(): number {
    // The bounds first: if the two differ, the text was lost or damaged, and a different number would send every record again.
    if (install === 0 && made === 0) install = bounds()[2] || wholeNumber(store.load(INSTALL_ID));
    if (install > 0) return install;
    made = made || (random() * 0xfffffffe + 1) >>> 0;
    // Into both files of the text, so that no single damaged file makes this look like a different watch.
    if (!store.save(INSTALL_ID, `${made}`)) return 0;
    store.save(INSTALL_ID, `${made}`);
    install = made;
    if (readTail() > 0) {
      ownFrom = tail + 1;
      report(INSTALL_ID, 'is lost: older sessions are not sent again');
      saveBounds();
    }
    return install;
  }

  function raiseFloor(to: number): void {
    readTail();
    if (to <= floor) return;
    // One file earlier too: a crash between the note and the emptying leaves a file that nobody reads any more.
    let index = Math.max(0, fileOf(floor) - 1);
    // There is no file behind the tail, however high a number the phone has said.
    const end = Math.min(fileOf(to), fileOf(tail) + 1);
    floor = to;
    tail = Math.max(tail, to - 1);
    if (!saveBounds()) return;
    // A number that the phone has named may lie far above: there are no files between.
    for (let missing = 0; index < end && missing < MOST_MISSING; index++) {
      if (files.isThere(fileName(index))) files.write(fileName(index), NO_BYTES);
      else missing++;
    }
  }

  return {
    tail: readTail,
    floor() {
      readTail();
      return Math.max(floor, ownFrom);
    },
    installId,
    append(kind, body) {
      const seq = readTail() + 1;
      if (seq > LAST_SEQ) {
        tell('last', 'every number is in use');
        return false;
      }
      // Before there is a record: one without an install number counts as sent under a lost one.
      installId();
      const index = fileOf(seq);
      // After unreadable bytes, two records might get the same number.
      const before = read(index);
      const frame = encodeFrame(kind, seq, body);
      if (before !== null && files.append(fileName(index), frame.bytes)) {
        tail = seq;
        recentIndex = index;
        recentFrames = [...before, frame];
        saveBounds();
        return true;
      }
      tell(fileName(index), 'the session could not be stored');
      // Only the file shows what the refused append has left in it.
      floor = 0;
      recentIndex = -1;
      return false;
    },
    reserve(seq) {
      if (seq <= readTail()) return;
      tail = seq;
      saveBounds();
    },
    prune(through) {
      const keptFrom = Math.min(through + 1, readTail() - (HISTORY_LENGTH - 1));
      raiseFloor(fileOf(keptFrom) * FILE_SEQS);
    },
    forget: (seq) => raiseFloor(seq + 1),
    framesFrom(seq) {
      readTail();
      const found: Frame[] = [];
      let next = Math.max(seq, floor);
      while (next <= tail && found.length < MOST_FRAMES) {
        const index = fileOf(next);
        const frames = read(index);
        if (frames === null) break;
        const bySeq: Record<number, Frame> = {};
        // A frame that comes twice counts once: the first of them.
        for (const frame of frames) bySeq[frame.seq] = bySeq[frame.seq] || frame;
        const lost: number[] = [];
        for (; next <= tail && fileOf(next) === index; next++) {
          if (!bySeq[next]) lost.push(next);
          found.push(bySeq[next] || encodeFrame(VOID, next, NO_BYTES));
        }
        // Reported in addition to damage in a file: a record may be gone without a trace.
        const [first] = lost;
        if (first)
          tell(`lost ${index}`, `${fileName(index)}: ${lost.length} records are gone, from ${first} on`);
      }
      return found;
    },
  };
}

/** The number in a stored text; 0 if it is none that a record or an install can have. */
function wholeNumber(text: string): number {
  const value = Number(text);
  return value % 1 === 0 && value > 0 && value <= LAST_SEQ ? value : 0;
}

/** The index of the file that has record `seq`. */
function fileOf(seq: number): number {
  return Math.floor(seq / FILE_SEQS);
}

function fileName(index: number): string {
  return `${LOG_FILES}${index}`;
}
