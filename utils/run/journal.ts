/**
 * What the watch remembers: the open session (two slots) and the log of finished ones (append-only frames). Owns file
 * names and recovery; knows no format inside a frame.
 */
import { asciiBytes, asciiText, readU32, writeU32 } from '../core/base/bytes.ts';
import { encodeFrame, type Frame, scanFrames } from '../core/log/frame.ts';
import { decodeSlot, encodeSlot, newerSlot } from '../core/log/slots.ts';
import type { Files } from '../ports/files.ts';
import type { Report } from '../ports/report.ts';

const SLOT_FILES = ['open-a', 'open-b'] as const;
const LOG_FILE = 'log';
const INSTALL_FILE = 'install';
/** The schema of a frame that stands for a damaged one. */
export const VOID_SCHEMA = 255;

export interface Journal {
  /** Random number that names this install; made at the first call. */
  installId(): number;
  /** The stored open session as text, or null. */
  loadOpen(): string | null;
  /** False where it could not be stored (it is reported). */
  saveOpen(text: string): boolean;
  /** The newest record's seq; 0 where there is none. */
  tail(): number;
  /** The lowest seq that the watch still has; `tail + 1` where it has none. */
  floor(): number;
  /** False where it could not be stored (it is reported). The append is the commit. */
  append(schema: number, body: Uint8Array): boolean;
  /** The frames from `seq` on, in order, gaps filled with `void` frames, so that one damaged record never stops the rest. */
  framesFrom(seq: number): readonly Frame[];
}

/** @param random a number in [0, 1) */
export function createJournal(files: Files, report: Report, random: () => number): Journal {
  let frames: readonly Frame[] | null = null;
  let revision = 0;

  function loadFrames(): readonly Frame[] {
    if (frames !== null) return frames;
    const bytes = files.read(LOG_FILE);
    const scan = scanFrames(bytes === null ? new Uint8Array(0) : bytes);
    for (const damage of scan.damage) {
      report('log', `bytes ${damage.from} to ${damage.to} are damaged; the other records are unharmed`);
    }
    frames = withoutDoubles(scan.frames);
    return frames;
  }

  function tail(): number {
    const all = loadFrames();
    const last = all[all.length - 1];
    return last === undefined ? 0 : last.seq;
  }

  function floor(): number {
    const first = loadFrames()[0];
    return first === undefined ? 1 : first.seq;
  }

  return {
    tail,
    floor,
    installId() {
      const slot = decodeSlot(files.read(INSTALL_FILE));
      if (slot !== null && slot.content.length === 4) return readU32(slot.content, 0);
      const id = Math.floor(random() * 0xffffffff) + 1;
      const content = new Uint8Array(4);
      writeU32(content, 0, id);
      if (!files.write(INSTALL_FILE, encodeSlot(1, content))) report('install', 'could not be stored');
      return id;
    },
    loadOpen() {
      const slot = newerSlot(decodeSlot(files.read(SLOT_FILES[0])), decodeSlot(files.read(SLOT_FILES[1])));
      if (slot === null) {
        if (files.read(SLOT_FILES[0]) !== null) report('open session', 'the stored session is damaged');
        return null;
      }
      revision = slot.revision;
      return slot.content.length === 0 ? null : asciiText(slot.content);
    },
    saveOpen(text) {
      revision++;
      const name = SLOT_FILES[revision % 2 === 0 ? 0 : 1];
      const stored = files.write(name, encodeSlot(revision, asciiBytes(text)));
      if (!stored) report('open session', 'could not be stored; a restart would lose the session');
      return stored;
    },
    append(schema, body) {
      const seq = tail() + 1;
      const bytes = encodeFrame(schema, seq, body);
      if (!files.append(LOG_FILE, bytes)) {
        report('log', 'the session could not be stored; it is tried again at the next launch');
        frames = null;
        return false;
      }
      frames = [...loadFrames(), { schema, seq, body, bytes }];
      return true;
    },
    framesFrom(seq) {
      return fillGaps(loadFrames(), seq);
    },
  };
}

function withoutDoubles(frames: readonly Frame[]): readonly Frame[] {
  const kept: Frame[] = [];
  let last = 0;
  for (const frame of frames) {
    if (frame.seq <= last) continue;
    kept.push(frame);
    last = frame.seq;
  }
  return kept;
}

function fillGaps(frames: readonly Frame[], from: number): readonly Frame[] {
  const filled: Frame[] = [];
  let next = 0;
  for (const frame of frames) {
    if (next === 0) next = frame.seq;
    for (; next < frame.seq; next++) if (next >= from) filled.push(voidFrame(next));
    if (frame.seq >= from) filled.push(frame);
    next = frame.seq + 1;
  }
  return filled;
}

function voidFrame(seq: number): Frame {
  const body = new Uint8Array(0);
  return { seq, schema: VOID_SCHEMA, body, bytes: encodeFrame(VOID_SCHEMA, seq, body) };
}
