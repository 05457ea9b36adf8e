/**
 * Reads the sessions that the phone stores, newest first, one page at a time. Only the blocks that a page needs are read, so ten
 * thousand sessions open as fast as a hundred. The format of a block is in `sync/frame-block.ts`.
 */
import { type AnsweredSession, answeredSessions, type LaterAnswers } from '../log/answers.ts';
import { type Frame, VOID } from '../log/frame.ts';
import { minuteText } from '../schedule/calendar.ts';
import {
  blockKey,
  blockNumberOfKey,
  decodeBlock,
  firstSeqOf,
  installOfKey,
  SEQS_A_BLOCK,
} from '../sync/frame-block.ts';
import { parseWatchNumbers, watchKey } from '../sync/phone-keys.ts';

/** The phone's storage, for reading. */
export interface StoredTexts {
  /** All keys of the storage. */
  readonly keys: readonly string[];
  read(key: string): string | null | undefined;
}

/** A session as the phone knows it. */
export interface StoredSession extends AnsweredSession {
  /** The number of the watch that wrote it. */
  readonly install: number;
}

/** Where a page begins: by watch (hex), the page's records have lower seqs than this. */
export type LogPageStart = Readonly<Record<string, number>>;

/** A stored text that could not be read. */
export interface LogFault {
  readonly what: 'damaged' | 'unreadable' | 'lost';
  /** The key of a damaged block, the seq of a record, or the first and the last seq of records that are lost. */
  readonly where: string;
  /** Of lost records, when the session before them was; empty if that is not known. */
  readonly why: string;
}

export interface LogPage {
  readonly sessions: readonly StoredSession[];
  readonly faults: readonly LogFault[];
  /** Where the next page begins; null at the end of the log. */
  readonly next: LogPageStart | null;
}

/** The start of a log is searched in at most this many blocks of all watches: over 30,000 numbers, which take a phone about a second. */
const MOST_START_BLOCKS = 512;

/** Reads one watch's records, from the newest down. */
interface WatchReader {
  readonly install: number;
  /** The numbers of the blocks that are not read yet, ascending. */
  readonly unread: number[];
  /** Only records with lower seqs belong to the page. */
  readonly below: number;
  /** Records up to this seq were deleted on this phone, and from `floor` on the watch still has them. */
  readonly forgotten: number;
  readonly floor: number;
  /** The ratings read so far. */
  readonly later: LaterAnswers;
  /** Sessions that were read but not returned yet, newest last. */
  ready: StoredSession[];
}

/** Up to `most` sessions from `start` on, newest first. A start of null begins with the newest session. */
export function readLogPage(texts: StoredTexts, start: LogPageStart | null, most: number): LogPage {
  const faults: LogFault[] = [];
  const readers = readersOf(texts, start);
  const sessions: StoredSession[] = [];
  while (sessions.length < most) {
    const newest = readerOfNewest(readers, texts, faults);
    const session = newest?.ready.pop();
    if (session === undefined) break;
    sessions.push(session);
  }
  const isOver = readerOfNewest(readers, texts, faults) === undefined;
  return { sessions, faults, next: isOver ? null : startAfter(sessions, start) };
}

/**
 * The oldest sessions of the log, oldest first, from as many blocks of each watch as needed, up to its share of `MOST_START_BLOCKS`.
 *
 * @param isEnough whether these sessions of one watch, newest first, are enough
 */
export function readLogStart(
  texts: StoredTexts,
  isEnough: (sessions: readonly StoredSession[]) => boolean,
): readonly StoredSession[] {
  const byInstall = blocksByInstall(texts.keys);
  const share = Math.max(1, Math.floor(MOST_START_BLOCKS / byInstall.size));
  const found = Array.from(byInstall).flatMap(([install, all]) => {
    const blocks = all.slice(0, share);
    const frames: Frame[] = [];
    let sessions: readonly StoredSession[] = [];
    let most = 1;
    for (let read = 0; read < blocks.length; most *= 2) {
      // Ratings may be in a later block than their session, so all are decoded at once: after 1, 2, 4, … blocks.
      for (const block of blocks.slice(read, most)) {
        frames.push(...decodeBlock(texts.read(blockKey(install, firstSeqOf(block)))).frames);
      }
      read = Math.min(most, blocks.length);
      sessions = answeredSessions(frames, {}, () => {}).map((session) => ({ install, ...session }));
      if (isEnough(sessions)) break;
    }
    return sessions;
  });
  return found.sort((one, other) => one.record.startedAtMs - other.record.startedAtMs);
}

/** All block keys of the log, watch by watch, each from the oldest records on. */
export function blockKeys(keys: readonly string[]): readonly string[] {
  return Array.from(blocksByInstall(keys)).flatMap(([install, blocks]) =>
    blocks.map((block) => blockKey(install, firstSeqOf(block))),
  );
}

function blocksByInstall(keys: readonly string[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const key of keys) {
    const install = installOfKey(key);
    const block = blockNumberOfKey(key);
    if (install === null || !(block >= 0)) continue;
    const blocks = found.get(install);
    if (blocks === undefined) found.set(install, [block]);
    else blocks.push(block);
  }
  for (const blocks of found.values()) blocks.sort((a, b) => a - b);
  return found;
}

function readersOf(texts: StoredTexts, start: LogPageStart | null): readonly WatchReader[] {
  return Array.from(blocksByInstall(texts.keys)).map(([install, blocks]) => {
    const below = start?.[install.toString(16)] ?? Number.POSITIVE_INFINITY;
    // One block more than the page needs, because ratings of its newest sessions were logged after them.
    const unread = blocks.filter((block) => firstSeqOf(block - 1) < below);
    const { forgotten = 0, floor = 0 } = parseWatchNumbers(texts.read(watchKey(install))) ?? {};
    return { install, unread, below, forgotten, floor, later: {}, ready: [] };
  });
}

/** The reader whose next session began last. Within one watch the seq decides the order, whatever its clock did. */
function readerOfNewest(
  readers: readonly WatchReader[],
  texts: StoredTexts,
  faults: LogFault[],
): WatchReader | undefined {
  let newest: WatchReader | undefined;
  let newestMs = Number.NEGATIVE_INFINITY;
  for (const reader of readers) {
    while (reader.ready.length === 0 && reader.unread.length > 0) readBlock(reader, texts, faults);
    const next = reader.ready[reader.ready.length - 1];
    if (next === undefined || next.record.startedAtMs < newestMs) continue;
    newest = reader;
    newestMs = next.record.startedAtMs;
  }
  return newest;
}

function readBlock(reader: WatchReader, texts: StoredTexts, faults: LogFault[]): void {
  const number = reader.unread.pop();
  if (number === undefined) return;
  const key = blockKey(reader.install, firstSeqOf(number));
  const { frames, damagedLines } = decodeBlock(texts.read(key));
  if (damagedLines.length > 0) faults.push({ what: 'damaged', where: key, why: damagedLines.join(', ') });
  const { install, below, later } = reader;
  const sessions = answeredSessions(frames, later, (seq, why) => {
    if (seq < below) faults.push({ what: 'unreadable', where: String(seq), why });
  });
  const ofPage = sessions.filter(({ seq }) => seq < below).map((session) => ({ install, ...session }));
  reader.ready = ofPage.reverse();
  faults.push(...lostIn(frames, firstSeqOf(number), reader, sessions), ...lostBelow(number, reader));
}

/** The records of a block that neither watch nor phone has, as ranges: those that the watch has reported as lost, and gaps below its floor. */
function lostIn(
  frames: readonly Frame[],
  firstSeq: number,
  { forgotten, floor, below }: WatchReader,
  sessions: readonly AnsweredSession[],
): readonly LogFault[] {
  const held = new Map(frames.map(({ seq, kind }) => [seq, kind]));
  const from = Math.max(1, firstSeq, forgotten + 1);
  const lost = Array.from({ length: SEQS_A_BLOCK }, (_, at) => from + at).filter(
    (seq) =>
      seq < Math.min(below, firstSeq + SEQS_A_BLOCK) && (held.get(seq) ?? (seq < floor ? VOID : 0)) === VOID,
  );
  const starts = lost.filter((seq) => lost.indexOf(seq - 1) < 0);
  return starts.map((first) => {
    let last = first;
    while (lost.indexOf(last + 1) >= 0) last++;
    const before = sessions.find(({ seq }) => seq < first)?.record;
    const why = before === undefined ? '' : minuteText(before.startedAtMs, before.zoneOffsetMin);
    return lostRange(first, last, why);
  });
}

/** The records between a block and the next one that the phone has, if the watch no longer has them: whole blocks are gone, for example with an old backup. */
function lostBelow(number: number, { unread, forgotten, floor, below }: WatchReader): readonly LogFault[] {
  const next = unread[unread.length - 1];
  const first = Math.max(1, forgotten + 1, next === undefined ? 1 : firstSeqOf(next + 1));
  const last = Math.min(firstSeqOf(number), floor, below) - 1;
  return first <= last ? [lostRange(first, last, '')] : [];
}

function lostRange(first: number, last: number, why: string): LogFault {
  return { what: 'lost', where: first === last ? `${first}` : `${first}–${last}`, why };
}

function startAfter(sessions: readonly StoredSession[], start: LogPageStart | null): LogPageStart {
  const next: Record<string, number> = { ...start };
  for (const { install, seq } of sessions) next[install.toString(16)] = seq;
  return next;
}
