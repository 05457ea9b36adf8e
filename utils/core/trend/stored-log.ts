/**
 * The sessions that the phone keeps, newest first, a page at a time: only the blocks that a page needs are read, so ten
 * thousand sessions open as fast as a hundred. Owns the order and the paging; blocks are `sync/frame-block.ts`.
 */
import { decodeRecord } from '../log/decode.ts';
import type { RatingRecord } from '../log/record.ts';
import { type Block, blockKey, decodeBlock, firstSeqOf, installOfKey } from '../sync/frame-block.ts';
import { type StoredSession, storedSession } from './stored-session.ts';

/** The part of the phone's storage that is read. */
export interface StoredTexts {
  /** Every key there is. */
  readonly keys: readonly string[];
  read(key: string): string | null | undefined;
}

/** Where a page begins: of each watch, the seq below which it goes on. */
export type LogPageStart = Readonly<Record<string, number>>;

export interface LogFault {
  readonly what: 'damaged' | 'unreadable';
  /** The key of a damaged block, or the seq of a record. */
  readonly where: string;
  readonly why: string;
}

export interface LogPage {
  readonly sessions: readonly StoredSession[];
  readonly faults: readonly LogFault[];
  /** Where the next page begins; null at the end. */
  readonly next: LogPageStart | null;
}

/** One watch's records, read from the newest down. */
interface Reader {
  readonly install: number;
  /** Block numbers that are left, ascending. */
  readonly left: number[];
  readonly below: number;
  /** Later answers met so far, by the seq that they speak of, in the order they were given. */
  readonly later: Map<number, RatingRecord[]>;
  /** Sessions of blocks that are read, newest last. */
  ready: StoredSession[];
}

/** Up to `most` sessions from `start` on, newest first; `null` begins with the newest. */
export function readLogPage(texts: StoredTexts, start: LogPageStart | null, most: number): LogPage {
  const faults: LogFault[] = [];
  const readers = readersOf(texts.keys, start);
  const sessions: StoredSession[] = [];
  while (sessions.length < most) {
    const newest = newestOf(readers, texts, faults);
    const session = newest?.ready.pop();
    if (session === undefined) break;
    sessions.push(session);
  }
  const isOver = newestOf(readers, texts, faults) === undefined;
  return { sessions, faults, next: isOver ? null : startAfter(sessions, start) };
}

/** Every block key of the log, oldest records first, by watch. */
export function blockKeys(keys: readonly string[]): readonly string[] {
  return Array.from(blocksByInstall(keys)).reduce<string[]>(
    (all, [install, blocks]) => all.concat(blocks.map((block) => blockKey(install, firstSeqOf(block)))),
    [],
  );
}

function blocksByInstall(keys: readonly string[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const key of keys) {
    const install = installOfKey(key);
    const block = Number(key.split('.')[2]);
    if (install === null || !(block >= 0)) continue;
    const blocks = found.get(install);
    if (blocks === undefined) found.set(install, [block]);
    else blocks.push(block);
  }
  for (const blocks of found.values()) blocks.sort((a, b) => a - b);
  return found;
}

function readersOf(keys: readonly string[], start: LogPageStart | null): readonly Reader[] {
  return Array.from(blocksByInstall(keys)).map(([install, blocks]) => {
    const below = start?.[install.toString(16)] ?? Number.POSITIVE_INFINITY;
    // One block more than the page needs: answers to its newest sessions were logged after them.
    const left = blocks.filter((block) => firstSeqOf(block - 1) < below);
    return { install, left, below, later: new Map(), ready: [] };
  });
}

/** The reader whose next session began last. Within a watch the seq orders, whatever its clock did. */
function newestOf(readers: readonly Reader[], texts: StoredTexts, faults: LogFault[]): Reader | undefined {
  let newest: Reader | undefined;
  let newestMs = Number.NEGATIVE_INFINITY;
  for (const reader of readers) {
    while (reader.ready.length === 0 && reader.left.length > 0) readBlock(reader, texts, faults);
    const next = reader.ready[reader.ready.length - 1];
    if (next === undefined || next.record.startedAtMs < newestMs) continue;
    newest = reader;
    newestMs = next.record.startedAtMs;
  }
  return newest;
}

function readBlock(reader: Reader, texts: StoredTexts, faults: LogFault[]): void {
  const number = reader.left.pop();
  if (number === undefined) return;
  const key = blockKey(reader.install, firstSeqOf(number));
  const block = decodeBlock(texts.read(key));
  if (block.damagedLines.length > 0) {
    faults.push({ what: 'damaged', where: key, why: block.damagedLines.join(', ') });
  }
  reader.ready = sessionsOf(block, reader, faults).reverse();
}

/** The block's sessions, newest first. */
function sessionsOf(block: Block, reader: Reader, faults: LogFault[]): StoredSession[] {
  const sessions: StoredSession[] = [];
  for (const frame of block.frames.slice().reverse()) {
    const { seq } = frame;
    const read = decodeRecord(frame);
    if (!read.ok) {
      if (seq < reader.below) faults.push({ what: 'unreadable', where: String(seq), why: read.failure.what });
    } else if (read.value.kind === 'rating') {
      const { later } = reader;
      later.set(read.value.of, [read.value, ...(later.get(read.value.of) ?? [])]);
    } else if (read.value.kind === 'session' && seq < reader.below) {
      sessions.push(storedSession(reader.install, seq, read.value, reader.later));
    }
  }
  return sessions;
}

function startAfter(sessions: readonly StoredSession[], start: LogPageStart | null): LogPageStart {
  const next: Record<string, number> = { ...start };
  for (const { install, seq } of sessions) next[install.toString(16)] = seq;
  return next;
}
