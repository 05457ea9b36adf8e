/**
 * The body of a record in format 1, as the watch writes it. `docs/log-format.md` explains the format row by row, each
 * function here writes one row, and `decode.ts` reads them in the same order.
 */
import {
  ANSWER_BITS,
  FULL_HALF,
  HOLD_BITS,
  PREFERENCE_BITS,
  PROTECTION_BITS,
  WENT_TO_PLAN,
  ZONE_OFFSET,
} from './bit-fields.ts';
import {
  codeOr,
  ENDINGS,
  MORNINGS,
  OUTCOMES,
  PHASES,
  ROUTINES,
  SPELLED_ROUTINE,
  SPELLED_STEP,
  STEPS,
  sideOrderCode,
  TOOLS,
} from './codes.ts';
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
  const { painBefore, painAfter, contact, morning } = record;
  const writer = createRecordWriter();
  writer.varint(record.of);
  writer.u32(record.atMs / 1000);
  writer.byte(
    (painBefore === undefined ? 0 : ANSWER_BITS.painBefore) |
      (painAfter === undefined ? 0 : ANSWER_BITS.painAfter) |
      (contact === undefined ? 0 : ANSWER_BITS.contact) |
      (morning === undefined ? 0 : ANSWER_BITS.morning),
  );
  for (const rating of [painBefore, painAfter, contact]) {
    if (rating !== undefined) writer.byte(ratingCode(rating));
  }
  if (morning !== undefined) writer.byte(MORNINGS.indexOf(morning));
  return writer.body();
}

/**
 * The first bytes of a session's record, up to its start: no two sessions of a watch have the same, and answers that are
 * given later do not change them.
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
  const code = codeOr(SPELLED_ROUTINE, ROUTINES, routine);
  // Two bits: a number of 3 says that it follows in full.
  const kinds = Math.min(planned.length, 3);
  writer.varint(routineVersion * 32 + kinds * 8 + code);
  if (code === SPELLED_ROUTINE) writer.word(routine);
  if (kinds === 3) writer.varint(planned.length);
}

/** Row "preferences". */
function putPreferences(writer: RecordWriter, { phase, tool, band, sides, how }: SessionRecord): void {
  writer.byte(
    PHASES.indexOf(phase) +
      TOOLS.indexOf(tool) * PREFERENCE_BITS.tool +
      (band ? PREFERENCE_BITS.band : 0) +
      sideOrderCode(sides) * PREFERENCE_BITS.sideOrder +
      ENDINGS.indexOf(how) * PREFERENCE_BITS.ending,
  );
}

/** Row "zone". */
function putZone(writer: RecordWriter, zoneOffsetMin: number, wentToPlan: boolean): void {
  writer.byte(zoneOffsetMin / 15 + ZONE_OFFSET + (wentToPlan ? WENT_TO_PLAN : 0));
}

/** Row "protection". */
function putProtection(writer: RecordWriter, { protection }: SessionRecord, hasCounts: boolean): void {
  writer.half(
    (protection.standby ? PROTECTION_BITS.helper : 0) |
      (protection.alarm ? PROTECTION_BITS.alarm : 0) |
      (protection.screen ? PROTECTION_BITS.screen : 0) |
      (hasCounts ? PROTECTION_BITS.countsFollow : 0),
  );
}

/** Row "plan", for one step. */
function putPlannedStep(writer: RecordWriter, planned: PlannedHolds): void {
  const { step, tool, seconds, cues, spots, positionsS } = planned;
  const [first, second] = spots;
  const toolCode = TOOLS.indexOf(tool);
  const stepCode = codeOr(SPELLED_STEP, STEPS, step);
  const isShort = tool !== 'none' && cues === 2 + toolCode && first < 4 && second < 4;
  // 0 says that the four numbers follow; no short form is 0, since a step has at least one spot.
  const short = isShort ? toolCode + first * 2 + second * 8 : 0;
  writer.varint(stepCode * 32 + short);
  if (short === 0) [toolCode, first, second, cues].forEach(writer.varint);
  if (stepCode === SPELLED_STEP) writer.word(step);
  writer.varint(seconds);
  const [arriveS, otherSideS, sameSideS] = positionsS;
  writer.smallNumber(arriveS, 5);
  if (first > 0 && second > 0) writer.smallNumber(otherSideS, 5);
  if (first > 1 || second > 1) writer.smallNumber(sameSideS, 5);
}

/** Row "rest": what the holds do not explain, which is the march and pauses; modulo 2^32, because it may be negative. */
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
 * One hold: its place where that is not the expected one, and its values where they differ from the slot's.
 * @param at the index of its slot; -1 for a place outside the plan
 * @param slot undefined for such a place, which tells all its values
 */
function putHold(
  writer: RecordWriter,
  hold: LoggedHold,
  at: number,
  expectedAt: number,
  slot: LoggedHold | undefined,
): void {
  const { seconds, positionedS, reached, lateTenths } = hold;
  const isOtherSlot = at !== expectedAt;
  const differs = {
    seconds: slot?.seconds !== seconds,
    positionedS: slot?.positionedS !== positionedS,
    reached: slot === undefined || expectedReached(slot, seconds) !== reached,
    late: slot?.lateTenths !== lateTenths,
  };
  writer.byte(
    hold.outcome |
      (differs.seconds ? HOLD_BITS.seconds : 0) |
      (differs.positionedS ? HOLD_BITS.positionedS : 0) |
      (differs.reached ? HOLD_BITS.reached : 0) |
      (differs.late ? HOLD_BITS.late : 0) |
      (isOtherSlot ? HOLD_BITS.otherSlot : 0),
  );
  if (isOtherSlot) writer.varint(at + 1);
  if (slot === undefined) writer.word(hold.place);
  if (differs.seconds) writer.varint(seconds);
  if (differs.positionedS) writer.varint(positionedS);
  if (differs.reached) writer.varint(reached);
  if (differs.late) writer.varint(lateTenths);
}

function loggedHold(hold: HoldRecord): LoggedHold {
  const { spot, side, tool, step, seconds, positionedS, reached, lateMs, outcome } = hold;
  return {
    place: placeOf(spot, side, tool, step),
    seconds,
    positionedS,
    reached,
    lateTenths: lateMs / 100,
    outcome: OUTCOMES.indexOf(outcome),
  };
}

function isSame(holds: readonly LoggedHold[], slots: readonly LoggedHold[]): boolean {
  return JSON.stringify(holds) === JSON.stringify(slots);
}

function ratingCode(rating: Rating): number {
  return rating === null ? FULL_HALF : rating;
}
