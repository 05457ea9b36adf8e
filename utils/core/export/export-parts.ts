/**
 * A long log is exported in parts. Each part is a complete export of some blocks of one watch's log and fits into a text field.
 * `csv.ts` and `json.ts` make its text.
 */
import { answeredSessions, type LaterAnswers } from '../log/answers.ts';
import { decodeBlock, installOfKey } from '../sync/frame-block.ts';
import { blockKeys, type StoredSession, type StoredTexts } from '../trend/stored-log.ts';
import type { WatchFrame } from './json.ts';

/** Four blocks of 64 records: about 200 kB of CSV if every session has six holds. */
const BLOCKS_A_PART = 4;

/** The keys of the part's blocks, oldest records first. */
export type ExportPart = readonly string[];

export interface PartContent {
  readonly frames: readonly WatchFrame[];
  /** The part's sessions, with the ratings that were given later. */
  readonly sessions: readonly StoredSession[];
  /** Stored lines that are not a whole record and are left out, as `key, line`. */
  readonly damaged: readonly string[];
}

/** All parts of the log. */
export function exportParts(keys: readonly string[]): readonly ExportPart[] {
  const parts: string[][] = [];
  for (const key of blockKeys(keys)) {
    const last = parts[parts.length - 1];
    const isOfLast = installOfKey(last?.[0] ?? '') === installOfKey(key);
    if (last !== undefined && isOfLast && last.length < BLOCKS_A_PART) last.push(key);
    else parts.push([key]);
  }
  return parts;
}

/** The content of part `at`; empty if there is no such part. */
export function readPart(texts: StoredTexts, parts: readonly ExportPart[], at: number): PartContent {
  const part = parts[at] ?? [];
  const install = installOfKey(part[0] ?? '');
  if (install === null) return { frames: [], sessions: [], damaged: [] };
  const blocks = part.map((key) => ({ key, ...decodeBlock(texts.read(key)) }));
  const frames = blocks.flatMap((block) => block.frames);
  // Ratings of the part's last sessions may be in the block after it.
  const after = parts[at + 1]?.[0];
  const later: LaterAnswers = {};
  const ignore = (): void => {};
  if (after !== undefined && installOfKey(after) === install) {
    answeredSessions(decodeBlock(texts.read(after)).frames, later, ignore);
  }
  const sessions = answeredSessions(frames, later, ignore).reverse();
  return {
    frames: frames.map((frame) => ({ install, frame })),
    sessions: sessions.map((session) => ({ install, ...session })),
    damaged: blocks.flatMap(({ key, damagedLines }) => damagedLines.map((line) => `${key}, ${line}`)),
  };
}
