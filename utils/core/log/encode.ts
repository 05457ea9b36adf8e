/**
 * A record's body in format 1, for the watch that writes it; `decode.ts` reads it, `docs/log-format.md` explains it. What the
 * header foretells of a hold is left out, and only that: no table outside the record is asked.
 */

import { putVarint } from '../base/varint.ts';
import type { Tool } from '../routine/routine.ts';
import {
  endingCode,
  morningCode,
  outcomeCode,
  phaseCode,
  routineCode,
  sideCode,
  stepCode,
  toolCode,
} from './letters.ts';
import { likely, placeOf, plannedRows, type Row, slotAfter } from './predict.ts';
import type { HoldRecord, RatingRecord, SessionRecord } from './record.ts';

/** The largest value of four bits: it comes in full later, or there is none. */
const FULL = 15;

export function encodeSession(record: SessionRecord): Uint8Array {
  const { sides, planned, holds, protection } = record;
  const out: number[] = [];
  let open = 0;
  const put = (value: number): void => putVarint(out, value);
  /** Four bits: into the half of a byte that is still open, else into the upper half of a new one. */
  const putHalf = (half: number): void => {
    if (open > 0) {
      out[open] = (out[open] as number) + half;
      open = 0;
    } else open = out.push(half * 16) - 1;
  };
  const putSmall = (value: number, unit: number): void => {
    const half = value / unit;
    const fits = half < FULL && half % 1 === 0;
    putHalf(fits ? half : FULL);
    if (!fits) put(value);
  };
  put(record.routineVersion * 32 + planned.length * 8 + routineCode(record.routine));
  out.push(
    phaseCode(record.phase) +
      toolCode(record.tool) * 4 +
      (record.band ? 8 : 0) +
      (sides.length * 2 + sideCode(sides[0]) - 2) * 16 +
      endingCode(record.how) * 64,
  );
  putSeconds(out, record.startedAtMs);
  const told = tellHolds(holds.map(rowOf), plannedRows(planned, sides));
  out.push(record.zoneOffsetMin / 15 + 48 + (told.length ? 0 : 128));
  const counts = [record.interruptions, record.clockJumps, record.lostCues, record.triesLeftOut];
  const hasCounts = maskOf(counts);
  for (const rating of [record.painBefore, record.painAfter, record.contact]) putHalf(rating ?? FULL);
  putHalf(maskOf([protection.standby, protection.alarm, protection.screen, hasCounts]));
  putSmall(record.beats, 1);
  planned.forEach(({ step, tool, seconds, cues, spots: [first, second], positionsS }) => {
    const toolBit = toolCode(tool);
    put(
      (cues === 2 + toolBit ? 0 : (cues + 1) * 512) + stepCode(step) * 32 + second * 8 + first * 2 + toolBit,
    );
    put(seconds);
    [1, first * second, Math.max(first, second) - 1].forEach((has, which) => {
      if (has) putSmall(positionsS[which] as number, 5);
    });
  });
  if (hasCounts) counts.forEach(put);
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
    if (rating !== undefined) out.push(rating ?? FULL);
  }
  if (morning !== undefined) out.push(morningCode(morning));
  return Uint8Array.from(out);
}

/** The holds' bytes; none where each slot gave what was planned. */
function tellHolds(rows: readonly Row[], slots: readonly Row[]): readonly number[] {
  const out: number[] = [];
  if (String(rows) === String(slots)) return out;
  putVarint(out, rows.length);
  let next = 0;
  for (const row of rows) {
    const place = row[0];
    const at = slots.findIndex((slot) => slot[0] === place);
    const told: number[] = [];
    let head = row[5];
    if (at !== next) {
      head += 128;
      putVarint(told, at + 1);
    }
    if (at < 0) putVarint(told, place);
    likely(slots[at] ?? [], row[1]).forEach((value, which) => {
      const is = row[which + 1] as number;
      if (is === value) return;
      head += 8 << which;
      putVarint(told, is);
    });
    out.push(head, ...told);
    next = slotAfter(at, row[5]);
  }
  return out;
}

function rowOf({ step, side, tool, spot, seconds, positionedS, reached, lateMs, outcome }: HoldRecord): Row {
  return [
    placeOf(step, side, tool as Tool, spot),
    seconds,
    positionedS,
    reached,
    lateMs / 100,
    outcomeCode(outcome),
  ];
}

/** One bit a value, the first the lowest: set where there is something. */
function maskOf(values: readonly unknown[]): number {
  return values.reduce<number>((mask, value, at) => mask + (value ? 1 << at : 0), 0);
}

/** UTC ms as whole seconds, four bytes, up to the year 2106. */
function putSeconds(out: number[], atMs: number): void {
  for (let shift = 24; shift >= 0; shift -= 8) out.push((atMs / 1000) >>> shift);
}
