/**
 * A record's body in format 1, for the watch that writes it; `decode.ts` reads it, `docs/log-format.md` explains it. What the
 * header foretells of a hold is left out, and only that: no table outside the record is asked.
 */
import { putVarint } from '../base/varint.ts';
import { ENDINGS, MORNINGS, OUTCOMES, PHASES, ROUTINES, SIDES, STEPS, TOOLS } from './codes.ts';
import { likely, NO_SLOT, placeOf, plannedRows, type Row, slotAfter } from './predict.ts';
import type { HoldRecord, Rating, RatingRecord, SessionRecord } from './record.ts';

/** The largest value of four bits: it comes in full later, or there is none. */
const FULL = 15;

export function encodeSession(record: SessionRecord): Uint8Array {
  const { routine, sides, planned, holds, protection } = record;
  const out: number[] = [];
  const put = (value: number): void => putVarint(out, value);
  const code = ROUTINES.indexOf(routine);
  put(record.routineVersion * 8 + Math.max(0, code));
  if (code < 0) {
    put(routine.length);
    for (const letter of routine) out.push(letter.charCodeAt(0));
  }
  out.push(
    PHASES.indexOf(record.phase) +
      TOOLS.indexOf(record.tool) * 4 +
      Number(record.band) * 8 +
      (sides.length * 2 + SIDES.indexOf(sides[0] as 'left') - 2) * 16 +
      ENDINGS.indexOf(record.how) * 64,
  );
  putSeconds(out, record.startedAtMs);
  const told = tellHolds(holds.map(rowOf), plannedRows(planned, sides));
  out.push(record.zoneOffsetMin / 15 + 48 + (told.length > 0 ? 0 : 128));

  const halves: number[] = [];
  const later: number[] = [];
  const putHalf = (value: number, unit: number): void => {
    const half = value / unit;
    const fits = half < FULL && half % 1 === 0;
    halves.push(fits ? half : FULL);
    if (!fits) putVarint(later, value);
  };
  const counts = [record.interruptions, record.clockJumps, record.lostCues, record.triesLeftOut];
  const mask = maskOf(counts);
  halves.push(
    ratingCode(record.painBefore),
    ratingCode(record.painAfter),
    ratingCode(record.contact),
    maskOf([protection.standby, protection.alarm, protection.screen, mask]),
  );
  putHalf(record.beats, 1);
  if (planned.length === 0) out.push(0);
  planned.forEach(({ step, tool, seconds, cues, spots: [first, second], positionsS }, at) => {
    const toolCode = TOOLS.indexOf(tool);
    put(
      (cues === 2 + toolCode ? 0 : (cues + 1) * 1024) +
        STEPS.indexOf(step) * 64 +
        second * 16 +
        first * 4 +
        toolCode * 2 +
        Number(at < planned.length - 1),
    );
    put(seconds);
    [first + second, first * second, Math.max(first, second) - 1].forEach((has, which) => {
      if (has > 0) putHalf(positionsS[which] as number, 5);
    });
  });
  halves.push(0);
  for (let at = 1; at < halves.length; at += 2) {
    out.push(16 * (halves[at - 1] as number) + (halves[at] as number));
  }
  out.push(...later);
  if (mask > 0) out.push(mask);
  for (const count of counts) if (count > 0) put(count);
  // What the holds do not explain: the march, and pauses.
  put(holds.reduce((restS, hold) => restS - hold.seconds - hold.positionedS, record.durationS) >>> 0);
  return Uint8Array.from(out.concat(told));
}

export function encodeRating(record: RatingRecord): Uint8Array {
  const { painBefore, painAfter, contact, morning } = record;
  const out: number[] = [];
  putVarint(out, record.of);
  putSeconds(out, record.atMs);
  out.push(maskOf([painBefore, painAfter, contact, morning].map((said) => said !== undefined)));
  for (const rating of [painBefore, painAfter, contact]) {
    if (rating !== undefined) out.push(ratingCode(rating));
  }
  if (morning !== undefined) out.push(MORNINGS.indexOf(morning));
  return Uint8Array.from(out);
}

/** The holds' bytes; none where each slot gave what was planned. */
function tellHolds(rows: readonly Row[], slots: readonly Row[]): readonly number[] {
  const out: number[] = [];
  if (String(rows) === String(slots)) return out;
  putVarint(out, rows.length);
  let next = 0;
  let run = 0;
  for (const row of rows) {
    if (String(row) === String(slots[next])) {
      next++;
      // Holds to plan, up to 32 in a row, are one byte: their number less one, times eight.
      if (run > 0 && (out[run] as number) < 248) out[run] = (out[run] as number) + 8;
      else run = out.push(0) - 1;
      continue;
    }
    run = 0;
    const place = row[0];
    // The same place may be planned twice.
    const at = slots[next]?.[0] === place ? next : slots.findIndex((slot) => slot[0] === place);
    const told: number[] = [];
    let head = row[5] + 1;
    if (at !== next) {
      head += 128;
      putVarint(told, at + 1);
    }
    if (at < 0) putVarint(told, place);
    likely(slots[at] || NO_SLOT, row[1]).forEach((value, which) => {
      const is = row[which + 1] as number;
      if (is === value) return;
      head += 8 << which;
      putVarint(told, is);
    });
    out.push(head, ...told);
    if (at >= 0) next = slotAfter(at, row[5]);
  }
  return out;
}

function rowOf({ step, side, tool, spot, seconds, positionedS, reached, lateMs, outcome }: HoldRecord): Row {
  return [
    placeOf(step, side, tool, spot),
    seconds,
    positionedS,
    reached,
    lateMs / 100,
    OUTCOMES.indexOf(outcome),
  ];
}

function ratingCode(rating: Rating): number {
  return rating === null ? FULL : rating;
}

/** One bit a value, the first the lowest: set where there is something. */
function maskOf(values: readonly unknown[]): number {
  return values.reduce<number>((mask, value, at) => mask + (value ? 1 << at : 0), 0);
}

/** UTC ms as whole seconds, four bytes, up to the year 2106. */
function putSeconds(out: number[], atMs: number): void {
  for (let shift = 24; shift >= 0; shift -= 8) out.push(((atMs / 1000) >>> shift) & 255);
}
