/**
 * The body of a record in format 1, as the watch writes it. `docs/log-format.md` explains the format row by row, each
 * function here writes one row, and `decode.ts` reads them in the same order.
 */
import * as bits from './bit-fields.ts';
import * as codes from './codes.ts';
import { expectedReached, type LoggedHold, placeOf, plannedSlots, slotAfter } from './expected-holds.ts';
import type { HoldRecord, PlannedHolds, Rating, RatingRecord, SessionRecord } from './record.ts';
import { createRecordWriter, type RecordWriter } from './record-writer.ts';

export function encodeSession(record: SessionRecord): Uint8Array {
  const slots = plannedSlots(record.planned, record.sides);
  const holds = record.holds.map(loggedHold);
  const wentToPlan = isSame(holds, slots);
  const counts = [record.interruptions, record.clockJumps, record.lostCues, record.triesLeftOut];
  const hasCounts = counts.some((count) => count > 0);
  const writer = createRecordWriter();
  putStart(writer, record);
  putZone(writer, record.zoneOffsetMin, wentToPlan);
  for (const rating of [record.painBefore, record.painAfter, record.contact]) writer.half(ratingCode(rating));
  putProtection(writer, record, hasCounts);
  writer.smallNumber(record.beats, 1);
  for (const step of record.planned) putPlannedStep(writer, step);
  if (hasCounts) counts.forEach(writer.varint);
  putRest(writer, record);
  if (!wentToPlan) putHolds(writer, holds, slots);
  return writer.body();
}

export function encodeRating(record: RatingRecord): Uint8Array {
  const { painBefore, painAfter, contact, contactLeft, contactRight, morning } = record;
  const writer = createRecordWriter();
  writer.varint(record.of);
  writer.u32(record.atMs / 1000);
  const isTold = {
    painBefore: painBefore !== undefined,
    painAfter: painAfter !== undefined,
    contact: contact !== undefined,
    morning: morning !== undefined,
    contactLeft: contactLeft !== undefined,
    contactRight: contactRight !== undefined,
  };
  writer.byte(bits.maskOf(bits.ANSWER_BITS, isTold));
  const put = (rating: Rating | undefined): void => {
    if (rating !== undefined) writer.byte(ratingCode(rating));
  };
  [painBefore, painAfter, contact].forEach(put);
  if (morning !== undefined) writer.byte(codes.MORNINGS.indexOf(morning));
  [contactLeft, contactRight].forEach(put);
  return writer.body();
}

/**
 * The first bytes of a session's record, up to its start. No two sessions of a watch have the same, and later answers do not
 * change them.
 */
export function encodeSessionStart(record: SessionRecord): Uint8Array {
  const writer = createRecordWriter();
  putStart(writer, record);
  return writer.body();
}

/** Rows "routine, version, kinds", "preferences" and "start". */
function putStart(writer: RecordWriter, record: SessionRecord): void {
  putRoutine(writer, record);
  putPreferences(writer, record);
  writer.u32(record.startedAtMs / 1000);
}

/** Row "routine, version, kinds". */
function putRoutine(writer: RecordWriter, { routine, routineVersion, planned }: SessionRecord): void {
  const code = codes.codeOr(codes.SPELLED_ROUTINE, codes.ROUTINES, routine);
  // Two bits: 3 means that the number follows in full.
  const kinds = Math.min(planned.length, 3);
  writer.varint(routineVersion * 32 + kinds * 8 + code);
  if (code === codes.SPELLED_ROUTINE) writer.word(routine);
  if (kinds === 3) writer.varint(planned.length);
}

/** Row "preferences". */
function putPreferences(writer: RecordWriter, { phase, tool, band, sides, how }: SessionRecord): void {
  writer.byte(
    codes.PHASES.indexOf(phase) +
      codes.TOOLS.indexOf(tool) * bits.PREFERENCE_BITS.tool +
      (band ? bits.PREFERENCE_BITS.band : 0) +
      codes.sideOrderCode(sides) * bits.PREFERENCE_BITS.sideOrder +
      codes.ENDINGS.indexOf(how) * bits.PREFERENCE_BITS.ending,
  );
}

/** Row "zone". */
function putZone(writer: RecordWriter, zoneOffsetMin: number, wentToPlan: boolean): void {
  writer.byte(zoneOffsetMin / 15 + bits.ZONE_OFFSET + (wentToPlan ? bits.WENT_TO_PLAN : 0));
}

/** Row "protection". */
function putProtection(writer: RecordWriter, { protection }: SessionRecord, hasCounts: boolean): void {
  writer.half(bits.maskOf(bits.PROTECTION_BITS, { ...protection, countsFollow: hasCounts }));
}

/** Row "plan", for one step. */
function putPlannedStep(writer: RecordWriter, planned: PlannedHolds): void {
  const { step, tool, seconds, cues, spots, positionsS } = planned;
  const [first, second] = spots;
  const toolCode = codes.TOOLS.indexOf(tool);
  const stepCode = codes.codeOr(codes.SPELLED_STEP, codes.STEPS, step);
  const isShort = tool !== 'none' && cues === 2 + toolCode && first < 4 && second < 4;
  // 0 means that the four numbers follow. No short form is 0, since a step has at least one spot.
  const short = isShort ? toolCode + first * 2 + second * 8 : 0;
  writer.varint(stepCode * 32 + short);
  if (short === 0) [toolCode, first, second, cues].forEach(writer.varint);
  if (stepCode === codes.SPELLED_STEP) writer.word(step);
  writer.varint(seconds);
  const [arriveS, otherSideS, sameSideS] = positionsS;
  writer.smallNumber(arriveS, 5);
  if (first > 0 && second > 0) writer.smallNumber(otherSideS, 5);
  if (first > 1 || second > 1) writer.smallNumber(sameSideS, 5);
}

/** Row "rest": time outside the holds, which is the march and pauses; modulo 2^32, because it may be negative. */
function putRest(writer: RecordWriter, { durationS, holds }: SessionRecord): void {
  const restS = holds.reduce((leftS, hold) => leftS - hold.seconds - hold.positionedS, durationS);
  writer.varint(restS >>> 0);
}

/** Row "holds". */
function putHolds(writer: RecordWriter, holds: readonly LoggedHold[], slots: readonly LoggedHold[]): void {
  writer.varint(holds.length);
  let expectedAt = 0;
  for (const hold of holds) {
    const at = slots.findIndex(({ place }) => place === hold.place);
    putHold(writer, hold, at, expectedAt, slots[at]);
    expectedAt = slotAfter(at, hold.outcome);
  }
}

/**
 * One hold: its place if that is not the expected one, and its values if they differ from the slot's.
 * @param at the index of its slot; -1 for a place outside the plan
 * @param slot undefined for such a place, which gives all its values
 */
function putHold(
  writer: RecordWriter,
  hold: LoggedHold,
  at: number,
  expectedAt: number,
  slot: LoggedHold | undefined,
): void {
  const { seconds, positionedS, reached, lateTenths } = hold;
  const isTold = {
    seconds: slot?.seconds !== seconds,
    positionedS: slot?.positionedS !== positionedS,
    reached: slot === undefined || expectedReached(slot, seconds) !== reached,
    late: slot?.lateTenths !== lateTenths,
    otherSlot: at !== expectedAt,
  };
  writer.byte(hold.outcome | bits.maskOf(bits.HOLD_BITS, isTold));
  if (isTold.otherSlot) writer.varint(at + 1);
  if (slot === undefined) writer.word(hold.place);
  if (isTold.seconds) writer.varint(seconds);
  if (isTold.positionedS) writer.varint(positionedS);
  if (isTold.reached) writer.varint(reached);
  if (isTold.late) writer.varint(lateTenths);
}

function loggedHold(hold: HoldRecord): LoggedHold {
  const { spot, side, tool, step, seconds, positionedS, reached, lateMs, outcome } = hold;
  return {
    place: placeOf(spot, side, tool, step),
    seconds,
    positionedS,
    reached,
    lateTenths: lateMs / 100,
    outcome: codes.OUTCOMES.indexOf(outcome),
  };
}

function isSame(holds: readonly LoggedHold[], slots: readonly LoggedHold[]): boolean {
  return JSON.stringify(holds) === JSON.stringify(slots);
}

function ratingCode(rating: Rating): number {
  return rating === null ? bits.FULL_HALF : rating;
}
