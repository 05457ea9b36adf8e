/** The log of finished sessions on the watch: append-only frames. Owns identity and recovery; knows no format inside a frame. */
import { encodeFrame, type Frame, scanFrames } from '../core/log/frame.ts';
import type { Files } from '../ports/files.ts';
import type { Report } from '../ports/report.ts';
import type { SlotStore } from './slot-store.ts';

const LOG_FILE = 'log';
/** The schema of a frame that stands for a damaged one. */
export const VOID_SCHEMA = 255;

export interface Journal {
  /** Random number that names this install; made at the first call. */
  installId(): number;
  /** The newest record's seq; 0 where there is none. */
  tail(): number;
  /** The lowest seq that the watch still has; 1 where it has none. */
  floor(): number;
  /** False where it could not be stored (it is reported). The append is the commit. */
  append(schema: number, body: Uint8Array): boolean;
  /** The frames from `seq` on, in order, gaps filled with void frames, so that one damaged record never stops the rest. */
  framesFrom(seq: number): readonly Frame[];
}

/** @param random a number in [0, 1) */
export function createJournal(files: Files, store: SlotStore, report: Report, random: () => number): Journal {
  let known: readonly Frame[] | null = null;

  function frames(): readonly Frame[] {
    if (known !== null) return known;
    const bytes = files.read(LOG_FILE);
    const scan = scanFrames(bytes === null ? new Uint8Array(0) : bytes);
    for (const { from, to } of scan.damage)
      report('log', `bytes ${from} to ${to} are damaged; the rest is unharmed`);
    known = inOrder(scan.frames);
    return known;
  }

  function tail(): number {
    const all = frames();
    return all[all.length - 1]?.seq ?? 0;
  }

  return {
    tail,
    floor: () => frames()[0]?.seq ?? 1,
    installId() {
      const stored = Number(store.load('install'));
      if (stored >= 1) return stored;
      const made = Math.floor(random() * 0xfffffffe) + 1;
      store.save('install', String(made));
      return made;
    },
    append(schema, body) {
      const frame = encodeFrame(schema, tail() + 1, body);
      const stored = files.append(LOG_FILE, frame.bytes);
      if (stored) {
        known = [...frames(), frame];
      } else {
        report('log', 'the session could not be stored; it is tried again at the next launch');
        known = null;
      }
      return stored;
    },
    framesFrom: (seq) => frames().filter((frame) => frame.seq >= seq),
  };
}

/** Seqs ascending without a gap: a frame that comes twice counts once, one that is missing is void. */
function inOrder(frames: readonly Frame[]): readonly Frame[] {
  const kept: Frame[] = [];
  let next = frames[0]?.seq ?? 1;
  for (const frame of frames) {
    for (; next < frame.seq; next++) kept.push(encodeFrame(VOID_SCHEMA, next, new Uint8Array(0)));
    if (frame.seq !== next) continue;
    kept.push(frame);
    next++;
  }
  return kept;
}
