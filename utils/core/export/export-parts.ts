/**
 * A long log is exported in parts. Each is a whole export of its own that fits into a text field: some blocks of the log of one
 * watch. `csv.ts` and `json.ts` make its text.
 */
import { decodeRecord } from '../log/decode.ts';
import type { RatingRecord } from '../log/record.ts';
import { decodeBlock, installOfKey } from '../sync/frame-block.ts';
import { blockKeys, type StoredTexts } from '../trend/stored-log.ts';
import { type StoredSession, storedSession } from '../trend/stored-session.ts';
import type { WatchFrame } from './json.ts';

/** Four blocks of 64 records: about 200 kB of CSV where every session has six holds. */
const BLOCKS_A_PART = 4;

/** The keys of the part's blocks, oldest records first. */
export type ExportPart = readonly string[];

export interface PartContent {
  readonly frames: readonly WatchFrame[];
  /** The part's sessions, with the ratings that were given later. */
  readonly sessions: readonly StoredSession[];
  /** Where stored lines are not a whole record and are left out: `key, line`. */
  readonly damaged: readonly string[];
}

/** All parts of the log. */
export function exportParts(keys: readonly string[]): readonly ExportPart[] {
  const parts: string[][] = [];
  for (const key of blockKeys(keys)) {
    const last = parts[parts.length - 1];
    if (last !== undefined && last.length < BLOCKS_A_PART && isSameWatch(last[0], key)) last.push(key);
    else parts.push([key]);
  }
  return parts;
}

/** The content of part `at`; empty where there is no such part. */
export function readPart(texts: StoredTexts, parts: readonly ExportPart[], at: number): PartContent {
  const part = parts[at] ?? [];
  const damaged: string[] = [];
  const frames: WatchFrame[] = [];
  for (const key of part) {
    frames.push(...framesOf(texts, key));
    for (const line of decodeBlock(texts.read(key)).damagedLines) damaged.push(`${key}, ${line}`);
  }
  // Ratings of the part's last sessions may be in the block after it.
  const after = (parts[at + 1] ?? []).slice(0, 1).filter((key) => isSameWatch(key, part[0]));
  const later = after.flatMap((key) => framesOf(texts, key));
  const answers = answersIn(frames.concat(later));
  const sessions: StoredSession[] = [];
  for (const { install, frame } of frames) {
    const read = decodeRecord(frame);
    if (read.ok && read.value.kind === 'session') {
      sessions.push(storedSession(install, frame.seq, read.value, answers));
    }
  }
  return { frames, sessions, damaged };
}

function framesOf(texts: StoredTexts, key: string): WatchFrame[] {
  const install = installOfKey(key);
  if (install === null) return [];
  return decodeBlock(texts.read(key)).frames.map((frame) => ({ install, frame }));
}

function answersIn(frames: readonly WatchFrame[]): Map<number, RatingRecord[]> {
  const answers = new Map<number, RatingRecord[]>();
  for (const { frame } of frames) {
    const read = decodeRecord(frame);
    if (!read.ok || read.value.kind !== 'rating') continue;
    answers.set(read.value.of, [...(answers.get(read.value.of) ?? []), read.value]);
  }
  return answers;
}

function isSameWatch(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && installOfKey(one) === installOfKey(other);
}
