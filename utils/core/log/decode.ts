/**
 * Reads the record in a frame, for the phone and for pages of the watch. Each function reads one row of
 * `docs/log-format.md`, in the order in which `encode.ts` writes them.
 */
import { fail, ok, type Result } from '../base/result.ts';
import * as bits from './bit-fields.ts';
import * as codes from './codes.ts';
import { expectedReached, type LoggedHold, plannedSlots, slotAfter } from './expected-holds.ts';
import { type Frame, RATING, SCHEMA, SESSION, VOID } from './frame.ts';
import type { HoldRecord, LogRecord, PlannedHolds, Rating, RatingRecord, SessionRecord } from './record.ts';
import { atMost, createRecordReader, type RecordReader, UnreadableRecord } from './record-reader.ts';

/** `spot,side,tool,step`, as `placeOf` writes it. */
const PLACE = /^(\d+),(left|right),(ball|hook|none),([\s\S]*)$/;

/**
 * The record in a frame, or a sentence with its seq. A format, kind or code that this version does not know is a failure; the
 * frame itself is kept unchanged. Bytes after the last known field are ignored. Never throws.
 */
export function decodeRecord(frame: Frame): Result<LogRecord> {
  const where = `record ${frame.seq}`;
  const { schema, kind } = frame;
  if (schema !== SCHEMA) return fail(`format ${schema} needs a newer version of the app`, where);
  if (kind === VOID) return ok({ kind: 'void' });
  if (kind !== SESSION && kind !== RATING)
    return fail(`kind ${kind} needs a newer version of the app`, where);
  const reader = createRecordReader(frame.body);
  try {
    const record = kind === SESSION ? takeSession(reader) : takeRating(reader);
    return reader.isPastEnd() ? fail('the record is too short', where) : ok(record);
  } catch (thrown) {
    if (thrown instanceof UnreadableRecord) return fail(thrown.message, where);
    throw thrown;
  }
}

function takeSession(reader: RecordReader): SessionRecord {
  const { routine, routineVersion, kinds } = takeRoutine(reader);
  const { how, ...preferences } = takePreferences(reader);
  const startedAtMs = reader.u32() * 1000;
  const { zoneOffsetMin, wentToPlan } = takeZone(reader);
  const answers = takeAnswers(reader);
  const { protection, hasCounts } = takeProtection(reader);
  const beats = reader.smallNumber(1);
  const planned = takePlan(reader, kinds);
  const counts = takeCounts(reader, hasCounts);
  const restS = takeRest(reader);
  const slots = plannedSlots(planned, preferences.sides);
  const holds = (wentToPlan ? slots : takeHolds(reader, slots)).map(holdRecord);
  return {
    kind: 'session',
    routine,
    routineVersion,
    ...preferences,
    startedAtMs,
    zoneOffsetMin,
    durationS: holds.reduce((sumS, hold) => sumS + hold.seconds + hold.positionedS, restS),
    how,
    planned,
    holds,
    beats,
    ...counts,
    protection,
    ...answers,
  };
}

function takeRating(reader: RecordReader): RatingRecord {
  const of = reader.varint();
  const atMs = reader.u32() * 1000;
  const mask = reader.byte();
  return {
    kind: 'rating',
    of,
    atMs,
    ...(mask & bits.ANSWER_BITS.painBefore ? { painBefore: ratingOf(reader.byte()) } : {}),
    ...(mask & bits.ANSWER_BITS.painAfter ? { painAfter: ratingOf(reader.byte()) } : {}),
    ...(mask & bits.ANSWER_BITS.contact ? { contact: ratingOf(reader.byte()) } : {}),
    ...(mask & bits.ANSWER_BITS.morning ? { morning: wordOf(codes.MORNINGS, reader.byte()) } : {}),
    ...(mask & bits.ANSWER_BITS.contactLeft ? { contactLeft: ratingOf(reader.byte()) } : {}),
    ...(mask & bits.ANSWER_BITS.contactRight ? { contactRight: ratingOf(reader.byte()) } : {}),
  };
}

/** Row "routine, version, kinds". */
function takeRoutine(reader: RecordReader) {
  const head = reader.varint();
  const code = head % 8;
  const routine = code === codes.SPELLED_ROUTINE ? reader.word() : wordOf(codes.ROUTINES, code);
  const kinds = (head >> 3) & 3;
  return {
    routine,
    routineVersion: Math.floor(head / 32),
    kinds: kinds < 3 ? kinds : reader.count('planned steps'),
  };
}

/** Row "preferences". */
function takePreferences(reader: RecordReader) {
  const byte = reader.byte();
  return {
    phase: wordOf(codes.PHASES, byte & 3),
    tool: byte & bits.PREFERENCE_BITS.tool ? ('hook' as const) : ('ball' as const),
    band: (byte & bits.PREFERENCE_BITS.band) > 0,
    sides: wordOf(codes.SIDE_ORDERS, Math.floor(byte / bits.PREFERENCE_BITS.sideOrder) & 3),
    how: wordOf(codes.ENDINGS, Math.floor(byte / bits.PREFERENCE_BITS.ending)),
  };
}

/** Row "zone". */
function takeZone(reader: RecordReader) {
  const byte = reader.byte();
  const zoneOffsetMin = ((byte % bits.WENT_TO_PLAN) - bits.ZONE_OFFSET) * 15;
  return { zoneOffsetMin, wentToPlan: byte >= bits.WENT_TO_PLAN };
}

/** Row "pain before, pain after, soreness at first contact". */
function takeAnswers(reader: RecordReader) {
  const painBefore = ratingOf(reader.half());
  const painAfter = ratingOf(reader.half());
  return { painBefore, painAfter, contact: ratingOf(reader.half()) };
}

/** Row "protection". */
function takeProtection(reader: RecordReader) {
  const half = reader.half();
  const has = (bit: number): boolean => (half & bit) > 0;
  const { standby, alarm, screen, countsFollow } = bits.PROTECTION_BITS;
  return {
    protection: { standby: has(standby), alarm: has(alarm), screen: has(screen) },
    hasCounts: has(countsFollow),
  };
}

/** Row "plan". */
function takePlan(reader: RecordReader, kinds: number): readonly PlannedHolds[] {
  const planned: PlannedHolds[] = [];
  let slots = 0;
  while (planned.length < kinds) {
    const step = takePlannedStep(reader, slots);
    slots += step.spots[0] + step.spots[1];
    planned.push(step);
  }
  return planned;
}

/** @param slotsBefore slots of the steps before it; the total is limited */
function takePlannedStep(reader: RecordReader, slotsBefore: number): PlannedHolds {
  const head = reader.varint();
  const stepCode = Math.floor(head / 32);
  const short = head % 32;
  const isShort = short !== 0;
  const toolCode = isShort ? short & 1 : reader.varint();
  const first = isShort ? (short >> 1) & 3 : reader.varint();
  const second = isShort ? short >> 3 : reader.varint();
  const cues = isShort ? 2 + toolCode : reader.varint();
  atMost(slotsBefore + first + second, 'slots');
  const step = stepCode === codes.SPELLED_STEP ? reader.word() : wordOf(codes.STEPS, stepCode);
  const seconds = reader.varint();
  const arriveS = reader.smallNumber(5);
  const otherSideS = first > 0 && second > 0 ? reader.smallNumber(5) : 0;
  const sameSideS = first > 1 || second > 1 ? reader.smallNumber(5) : 0;
  const tool = wordOf(codes.TOOLS, toolCode);
  return { step, tool, seconds, cues, spots: [first, second], positionsS: [arriveS, otherSideS, sameSideS] };
}

/** Row "counts". */
function takeCounts(reader: RecordReader, hasCounts: boolean) {
  const count = (): number => (hasCounts ? reader.varint() : 0);
  const interruptions = count();
  const clockJumps = count();
  const lostCues = count();
  return { interruptions, clockJumps, lostCues, triesLeftOut: count() };
}

/** Row "rest": a number modulo 2^32 that may stand for a negative one. */
function takeRest(reader: RecordReader): number {
  return reader.varint() | 0;
}

/** Row "holds". */
function takeHolds(reader: RecordReader, slots: readonly LoggedHold[]): readonly LoggedHold[] {
  const holds: LoggedHold[] = [];
  const count = reader.count('holds');
  let expectedAt = 0;
  while (holds.length < count) {
    const head = reader.byte();
    const at = head & bits.HOLD_BITS.otherSlot ? reader.varint() - 1 : expectedAt;
    const hold = takeHold(reader, head, slots[at]);
    holds.push(hold);
    expectedAt = slotAfter(at, hold.outcome);
  }
  return holds;
}

/** @param slot undefined for a place outside the plan, which gives all its values */
function takeHold(reader: RecordReader, head: number, slot: LoggedHold | undefined): LoggedHold {
  const place = slot === undefined ? reader.word() : slot.place;
  const seconds = head & bits.HOLD_BITS.seconds ? reader.varint() : (slot?.seconds ?? 0);
  const positionedS = head & bits.HOLD_BITS.positionedS ? reader.varint() : (slot?.positionedS ?? 0);
  const expected = slot === undefined ? 0 : expectedReached(slot, seconds);
  const reached = head & bits.HOLD_BITS.reached ? reader.varint() : expected;
  const lateTenths = head & bits.HOLD_BITS.late ? reader.varint() : 0;
  return { place, seconds, positionedS, reached, lateTenths, outcome: head & bits.OUTCOME_MASK };
}

function holdRecord({ place, seconds, positionedS, reached, lateTenths, outcome }: LoggedHold): HoldRecord {
  const [, spot, side, tool, step = ''] = PLACE.exec(place) ?? [];
  if (spot === undefined) throw new UnreadableRecord('a hold is at no place');
  return {
    step,
    side: side === 'right' ? 'right' : 'left',
    spot: Number(spot),
    tool: codes.TOOLS.find((word) => word === tool) ?? 'none',
    seconds,
    positionedS,
    reached,
    outcome: wordOf(codes.OUTCOMES, outcome),
    lateMs: lateTenths * 100,
  };
}

function wordOf<T>(words: readonly T[], code: number): T {
  const word = words[code];
  if (word === undefined) throw new UnreadableRecord(`code ${code} needs a newer version of the app`);
  return word;
}

function ratingOf(code: number): Rating {
  if (code === bits.FULL_HALF) return null;
  if (code > 10) throw new UnreadableRecord(`a rating of ${code}`);
  return code;
}
