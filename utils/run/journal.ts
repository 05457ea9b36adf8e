/** The log of finished sessions on the watch: append-only frames. Owns identity and recovery; knows no format inside a frame. */
import { VOID_SCHEMA } from '../core/log/encode.ts';
import { encodeFrame, type Frame, isWholeLength, scanFrames } from '../core/log/frame.ts';
import type { Files } from '../ports/files.ts';
import type { Report } from '../ports/report.ts';
import type { SlotStore } from './slot-store.ts';

const LOG_FILE = 'log';

export interface Journal {
  /** Random number that names this install; made at the first call. */
  installId(): number;
  /** The newest record's seq; 0 where there is none. */
  tail(): number;
  /** The lowest seq that the watch still has; 1 where it has none. */
  floor(): number;
  /** False where it could not be stored (it is reported). The append is the commit. */
  append(schema: number, body: Uint8Array): boolean;
  /** Numbers up to `seq` are in use, although this log may have lost them: the next record comes after. */
  reserve(seq: number): void;
  /** The frames from `seq` on, in order, gaps filled with void frames, so that one damaged record never stops the rest. */
  framesFrom(seq: number): readonly Frame[];
}

/** @param random a number in [0, 1) */
export function createJournal(files: Files, store: SlotStore, report: Report, random: () => number): Journal {
  let known: readonly Frame[] | null = null;
  let install = 0;

  function frames(): readonly Frame[] {
    if (known !== null) return known;
    const stored = files.read(LOG_FILE);
    const bytes = stored === null ? new Uint8Array(0) : stored;
    const scan = scanFrames(bytes);
    const kept = inOrder(scan.frames);
    for (const { from, to } of scan.damage) {
      report('log', `bytes ${from} to ${to} are damaged`);
      // A whole last frame was committed and spoilt later: its number is gone. A shorter one never was a record.
      if (to === bytes.length && isWholeLength(bytes, from)) kept.push(voidFrame(newest(kept) + 1));
    }
    known = kept;
    return kept;
  }

  function tail(): number {
    return newest(frames());
  }

  function put(frame: Frame): boolean {
    const all = frames();
    const stored = files.append(LOG_FILE, frame.bytes);
    // What a refused append has left behind only the file knows.
    known = stored ? inOrder(all.concat(frame)) : null;
    return stored;
  }

  return {
    tail,
    floor: () => frames()[0]?.seq ?? 1,
    installId() {
      if (install === 0) install = Number(store.load('install'));
      if (install >= 1) return install;
      install = Math.floor(random() * 0xfffffffe) + 1;
      // Into both slots: no single damaged file makes another watch of this one.
      store.save('install', String(install));
      store.save('install', String(install));
      return install;
    },
    append(schema, body) {
      const stored = put(encodeFrame(schema, tail() + 1, body));
      if (!stored) report('log', 'the session could not be stored');
      return stored;
    },
    reserve(seq) {
      if (seq > tail()) put(voidFrame(seq));
    },
    framesFrom: (seq) => frames().filter((frame) => frame.seq >= seq),
  };
}

function newest(frames: readonly Frame[]): number {
  return frames[frames.length - 1]?.seq ?? 0;
}

function voidFrame(seq: number): Frame {
  return encodeFrame(VOID_SCHEMA, seq, new Uint8Array(0));
}

/** Seqs ascending without a gap: a frame that comes twice counts once, one that is missing is void. */
function inOrder(frames: readonly Frame[]): Frame[] {
  const kept: Frame[] = [];
  let next = frames[0]?.seq ?? 1;
  for (const frame of frames) {
    for (; next < frame.seq; next++) kept.push(voidFrame(next));
    if (frame.seq !== next) continue;
    kept.push(frame);
    next++;
  }
  return kept;
}
