/**
 * A record's body in format 1, for the watch that writes it; `decode.ts` reads it, `docs/log-format.md` explains it. What the
 * header foretells of a hold is left out, and only that: no table outside the record is asked.
 */

import { putVarint } from '../base/varint.ts';
import { expectedValue, plannedRows, type Row, slotAfter } from './expected-holds.ts';
import {
  endingCode,
  KNOWN_ROUTINE,
  morningCode,
  outcomeCode,
  phaseCode,
  sideCode,
  stepCode,
  toolCode,
} from './letters.ts';
import type { HoldRecord, RatingRecord, SessionRecord } from './record.ts';

/** The largest value of four bits: it comes in full later, or there is none. */
const FULL = 15;

export function encodeSession(record: SessionRecord): Uint8Array {
  const { routine, sides, planned, holds, protection } = record;
  const out: number[] = [];
  let open = 0;
  const put = (value: number): void => putVarint(out, value);
  /** Four bits: into the half of a byte that is still open, else into the upper half of a new one. */
  const putHalf = (half: number): void => {
    if (open > 0) {
      (out[open] as number) += half;
      open = 0;
    } else open = out.push(half * 16) - 1;
  };
  const putSmall = (value: number, unit: number): void => {
    const half = value / unit;
    if (half % 1 || half >= FULL) {
      putHalf(FULL);
      put(value);
    } else putHalf(half);
  };
  const kinds = planned.length;
  const known = routine === KNOWN_ROUTINE ? 1 : 0;
  put(record.routineVersion * 32 + (kinds < 3 ? kinds : 3) * 8 + known);
  if (!known) putWord(out, routine);
  if (kinds > 2) put(kinds);
  const rows = holds.map(rowOf);
  const slots = plannedRows(planned, sides);
  const isToPlan = JSON.stringify(rows) === JSON.stringify(slots);
  out.push(
    phaseCode(record.phase) +
      toolCode(record.tool) * 4 +
      (record.band ? 8 : 0) +
      (sides.length * 2 + sideCode(sides[0]) - 2) * 16 +
      endingCode(record.how) * 64,
    ...secondsOf(record.startedAtMs),
    record.zoneOffsetMin / 15 + (isToPlan ? 176 : 48),
  );
  const counts = [record.interruptions, record.clockJumps, record.lostCues, record.triesLeftOut];
  const hasCounts = counts.some(Boolean);
  for (const rating of [record.painBefore, record.painAfter, record.contact]) putHalf(rating ?? FULL);
  putHalf(
    (protection.standby ? 1 : 0) +
      (protection.alarm ? 2 : 0) +
      (protection.screen ? 4 : 0) +
      (hasCounts ? 8 : 0),
  );
  putSmall(record.beats, 1);
  for (const { step, tool, seconds, cues, spots, positionsS } of planned) {
    const [first, second] = spots;
    const toolAt = toolCode(tool);
    const stepAt = stepCode(step);
    const either = first | second;
    const usual = cues === [2, 3][toolAt] && either < 4 ? second * 8 + first * 2 + toolAt : 0;
    put(stepAt * 32 + usual);
    if (!usual) [toolAt, first, second, cues].forEach(put);
    if (stepAt > 2) putWord(out, step);
    put(seconds);
    [1, first * second, either > 1].forEach((has, which) => {
      if (has) putSmall(positionsS[which] as number, 5);
    });
  }
  if (hasCounts) counts.forEach(put);
  // What the holds do not explain: the march, and pauses.
  put(holds.reduce((restS, hold) => restS - hold.seconds - hold.positionedS, record.durationS) >>> 0);
  if (!isToPlan) putHolds(out, rows, slots);
  return Uint8Array.from(out);
}

export function encodeRating(record: RatingRecord): Uint8Array {
  const { painBefore, painAfter, contact, morning } = record;
  const out: number[] = [];
  putVarint(out, record.of);
  out.push(...secondsOf(record.atMs));
  out.push(maskOf([painBefore, painAfter, contact, morning].map((said) => said !== undefined)));
  for (const rating of [painBefore, painAfter, contact]) {
    if (rating !== undefined) out.push(rating ?? FULL);
  }
  if (morning !== undefined) out.push(morningCode(morning));
  return Uint8Array.from(out);
}

function putHolds(out: number[], rows: readonly Row[], slots: readonly Row[]): void {
  let next = 0;
  putVarint(out, rows.length);
  for (const row of rows) {
    const [place, seconds, , , , outcome] = row;
    const at = slots.findIndex((slot) => slot[0] === place);
    const told: number[] = [];
    let head = outcome;
    if (at !== next) {
      head += 128;
      putVarint(told, at + 1);
    }
    if (at < 0) putWord(told, place);
    for (let which = 1; which < 5; which++) {
      const is = row[which] as number;
      if (is !== expectedValue(slots[at] ?? [], seconds, which)) {
        head += 4 << which;
        putVarint(told, is);
      }
    }
    out.push(head, ...told);
    next = slotAfter(at, outcome);
  }
}

function rowOf(hold: HoldRecord): Row {
  return [
    String([hold.spot, hold.side, hold.tool, hold.step]),
    hold.seconds,
    hold.positionedS,
    hold.reached,
    hold.lateMs / 100,
    outcomeCode(hold.outcome),
  ];
}

/** A name: how many letters, then each. */
function putWord(out: number[], word: string): void {
  putVarint(out, word.length);
  for (let at = 0; at < word.length; at++) putVarint(out, word.charCodeAt(at));
}

/** One bit a value, the first the lowest: set where there is something. */
function maskOf(values: readonly unknown[]): number {
  return values.reduce<number>((mask, value, at) => mask + (value ? 1 << at : 0), 0);
}

/** UTC ms as whole seconds, four bytes, up to the year 2106. */
function secondsOf(atMs: number): readonly number[] {
  return [24, 16, 8, 0].map((shift) => (atMs / 1000) >>> shift);
}
