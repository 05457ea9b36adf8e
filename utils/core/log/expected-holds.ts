/**
 * What a record's own header says about its holds, so that one that went to plan need not be told. Encoder and decoder ask
 * the same functions; nothing here knows a routine, a default or any other table that could differ between two versions.
 */
import type { Side } from '../routine/routine.ts';
import type { PlannedHolds } from './record.ts';

/** A hold: place (`spot,side,tool,step`, the step last since it may be any text), seconds, positionedS, reached, lateness in tenths of a second, code of the outcome. */
export type Row = readonly [string, number, number, number, number, number];

/** Each planned slot in order, as the hold that it gives when all goes to plan. */
export function plannedRows(planned: readonly PlannedHolds[], sides: readonly Side[]): readonly Row[] {
  const rows: Row[] = [];
  for (const kind of planned) {
    let begun = 0;
    sides.forEach((side, at) => {
      for (let spot = 1; spot <= (kind.spots[at] as number); spot++) {
        const positionedS = kind.positionsS[spot > 1 ? 2 : begun] as number;
        rows.push([String([spot, side, kind.tool, kind.step]), kind.seconds, positionedS, kind.cues, 0, 0]);
        begun = 1;
      }
    });
  }
  return rows;
}

/**
 * What a try of so many seconds at a slot probably was: its seconds, positionedS, reached (cues mostly come every 30 s) and
 * lateness. Told apart where that is wrong, as it always is for a hold at no slot of the plan.
 */
export function expectedValue(slot: readonly unknown[], heldS: number, which: number): unknown {
  return which === 3 ? Math.min(slot[3] as number, (heldS / 30) | 0) : slot[which];
}

/** The slot to be expected after a row at slot `at`: the same after a try (codes 2 and 3: not easing, interrupted), else the next. */
export function slotAfter(at: number, outcome: number): number {
  return at + ((outcome & 6) === 2 ? 0 : 1);
}
