/** What is in a frame, for whoever reads the log: the phone, and a page of the watch. Never throws. */
import { fail, ok, type Result } from '../base/result.ts';
import { type Cursor, takeByte, takeVarint } from '../base/varint.ts';
import { ENDINGS, MORNINGS, OUTCOMES, PHASES, ROUTINES, STEPS, TOOLS } from './codes.ts';
import { expectedValue, plannedRows, type Row, slotAfter } from './expected-holds.ts';
import { type Frame, RATING, SCHEMA, SESSION, VOID } from './frame.ts';
import type { HoldRecord, LogRecord, PlannedHolds, Rating, RatingRecord, SessionRecord } from './record.ts';

const FULL = 15;
/** More holds, slots, steps or letters in a name than any session can have. */
const MOST = 1_000;
/** Stands for a step whose name is spelled. */
const SPELLED = 3;
const PLACE = /^(\d+),(left|right),(ball|hook|none),([\s\S]*)$/;

/** Thrown inside this file only: what the bytes say has no meaning. */
interface Unreadable {
  readonly unreadable: string;
}

function unreadable(what: string): Unreadable {
  return { unreadable: what };
}

/**
 * The record in a frame, or a sentence with its seq. A format, kind or word that this version does not know is a failure to
 * read, never one to keep: the frame stays as it is. Bytes behind the last known field are left alone.
 */
export function decodeRecord(frame: Frame): Result<LogRecord> {
  const where = `record ${frame.seq}`;
  const { schema, kind } = frame;
  if (schema !== SCHEMA) return fail(`format ${schema} needs a newer version of the app`, where);
  if (kind === VOID) return ok({ kind: 'void' });
  if (kind !== SESSION && kind !== RATING)
    return fail(`kind ${kind} needs a newer version of the app`, where);
  const cursor: Cursor = { bytes: frame.body, at: 0 };
  try {
    const record = kind === SESSION ? takeSession(cursor) : takeRating(cursor);
    if (cursor.at > frame.body.length) return fail('the record is too short', where);
    return ok(record);
  } catch (thrown) {
    const { unreadable: what } = thrown as Partial<Unreadable>;
    if (what !== undefined) return fail(what, where);
    throw thrown;
  }
}

function takeSession(cursor: Cursor): SessionRecord {
  const takeHalf = halfReader(cursor);
  const takeSmall = (unit: number): number => {
    const half = takeHalf();
    return half === FULL ? takeVarint(cursor) : half * unit;
  };
  const head = takeVarint(cursor);
  const routine = head % 8 === 0 ? takeWord(cursor) : wordOf(ROUTINES, head % 8);
  const few = (head >> 3) & 3;
  const kinds = few < 3 ? few : most(takeVarint(cursor), 'planned steps');
  const flags = takeByte(cursor);
  const sides = sidesOf((flags >> 4) & 3);
  const startedAtMs = takeSeconds(cursor);
  const zone = takeByte(cursor);
  const ratings = [takeHalf(), takeHalf(), takeHalf()].map(ratingOf);
  const protection = takeHalf();
  const beats = takeSmall(1);
  const planned = takePlan(cursor, kinds, takeSmall);
  const counts = [0, 0, 0, 0].map((none) => (protection & 8 ? takeVarint(cursor) : none));
  const restS = takeVarint(cursor) | 0;
  const slots = plannedRows(planned, sides);
  const holds = (zone > 127 ? slots : takeRows(cursor, slots)).map(holdOf);
  const [painBefore = null, painAfter = null, contact = null] = ratings;
  const [interruptions = 0, clockJumps = 0, lostCues = 0, triesLeftOut = 0] = counts;
  return {
    kind: 'session',
    routine,
    routineVersion: Math.floor(head / 32),
    phase: wordOf(PHASES, flags & 3),
    tool: flags & 4 ? 'hook' : 'ball',
    band: (flags & 8) > 0,
    sides,
    startedAtMs,
    zoneOffsetMin: ((zone % 128) - 48) * 15,
    durationS: holds.reduce((sumS, hold) => sumS + hold.seconds + hold.positionedS, restS),
    how: wordOf(ENDINGS, flags >> 6),
    planned,
    holds,
    beats,
    interruptions,
    clockJumps,
    lostCues,
    triesLeftOut,
    protection: {
      standby: (protection & 1) > 0,
      alarm: (protection & 2) > 0,
      screen: (protection & 4) > 0,
    },
    painBefore,
    painAfter,
    contact,
  };
}

function takeRating(cursor: Cursor): RatingRecord {
  const of = takeVarint(cursor);
  const atMs = takeSeconds(cursor);
  const mask = takeByte(cursor);
  const record: { -readonly [field in keyof RatingRecord]: RatingRecord[field] } = {
    kind: 'rating',
    of,
    atMs,
  };
  if (mask & 1) record.painBefore = ratingOf(takeByte(cursor));
  if (mask & 2) record.painAfter = ratingOf(takeByte(cursor));
  if (mask & 4) record.contact = ratingOf(takeByte(cursor));
  if (mask & 8) record.morning = wordOf(MORNINGS, takeByte(cursor));
  return record;
}

function takePlan(
  cursor: Cursor,
  count: number,
  takeSmall: (unit: number) => number,
): readonly PlannedHolds[] {
  const planned: PlannedHolds[] = [];
  let spots = 0;
  while (planned.length < count) {
    const head = takeVarint(cursor);
    const stepAt = Math.floor(head / 32);
    const usual = head % 32;
    let [toolAt, first, second] = [usual & 1, (usual >> 1) & 3, usual >> 3];
    let cues = 2 + toolAt;
    if (usual === 0) {
      toolAt = takeVarint(cursor);
      first = takeVarint(cursor);
      second = takeVarint(cursor);
      cues = takeVarint(cursor);
    }
    spots = most(spots + first + second, 'slots');
    const step = stepAt === SPELLED ? takeWord(cursor) : wordOf(STEPS, stepAt);
    const seconds = takeVarint(cursor);
    const arriveS = takeSmall(5);
    const otherSideS = first > 0 && second > 0 ? takeSmall(5) : 0;
    const sameSideS = first > 1 || second > 1 ? takeSmall(5) : 0;
    planned.push({
      step,
      tool: wordOf(TOOLS, toolAt),
      seconds,
      cues,
      spots: [first, second],
      positionsS: [arriveS, otherSideS, sameSideS],
    });
  }
  return planned;
}

function takeRows(cursor: Cursor, slots: readonly Row[]): readonly Row[] {
  const rows: Row[] = [];
  const count = most(takeVarint(cursor), 'holds');
  let next = 0;
  while (rows.length < count) {
    const head = takeByte(cursor);
    const outcome = head & 7;
    const at = head & 128 ? takeVarint(cursor) - 1 : next;
    const slot = slots[at];
    const place = slot === undefined ? takeWord(cursor) : slot[0];
    const seconds = head & 8 ? takeVarint(cursor) : (slot?.[1] ?? 0);
    const [positionedS = 0, reached = 0, late = 0] = [2, 3, 4].map((which) =>
      head & (4 << which) ? takeVarint(cursor) : Number(expectedValue(slot ?? [], seconds, which)),
    );
    rows.push([place, seconds, positionedS, reached, late, outcome]);
    next = slotAfter(at, outcome);
  }
  return rows;
}

function holdOf([place, seconds, positionedS, reached, late, outcome]: Row): HoldRecord {
  const [, spot, side, tool, step = ''] = PLACE.exec(place) ?? [];
  if (spot === undefined) throw unreadable('a hold is at no place');
  return {
    step,
    side: side === 'right' ? 'right' : 'left',
    spot: Number(spot),
    tool: TOOLS.find((word) => word === tool) ?? 'none',
    seconds,
    positionedS,
    reached,
    outcome: wordOf(OUTCOMES, outcome),
    lateMs: late * 100,
  };
}

function wordOf<T>(words: readonly T[], code: number): T {
  const word = words[code];
  if (word === undefined) throw unreadable(`code ${code} needs a newer version of the app`);
  return word;
}

/** A name: how many letters (UTF-16), then each. */
function takeWord(cursor: Cursor): string {
  const length = most(takeVarint(cursor), 'letters in a name');
  let word = '';
  while (word.length < length) word += String.fromCharCode(takeVarint(cursor));
  return word;
}

/** The number, unless no watch writes one so large: then the bytes have no meaning. */
function most(count: number, of: string): number {
  if (count > MOST) throw unreadable(`the record has ${count} ${of}`);
  return count;
}

function ratingOf(half: number): Rating {
  if (half === FULL) return null;
  if (half > 10) throw unreadable(`a rating of ${half}`);
  return half;
}

function sidesOf(code: number): SessionRecord['sides'] {
  if (code === 0) return ['left'];
  if (code === 1) return ['right'];
  return code === 2 ? ['left', 'right'] : ['right', 'left'];
}

function takeSeconds(cursor: Cursor): number {
  let value = 0;
  for (let count = 0; count < 4; count++) value = value * 256 + takeByte(cursor);
  return value * 1000;
}

/** Reads four bits at a time: the upper half of a byte, then the lower one, whatever was read between. */
function halfReader(cursor: Cursor): () => number {
  let open = -1;
  return () => {
    const byte = open < 0 ? takeByte(cursor) : open;
    const isUpper = open < 0;
    open = isUpper ? byte : -1;
    return isUpper ? byte >> 4 : byte & 15;
  };
}
