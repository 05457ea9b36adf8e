/**
 * What a record's own header says about its holds, so that one that went to plan need not be told. Encoder and decoder ask
 * the same functions; nothing here knows a routine, a default or any other table that could differ between two versions.
 */
import type { Side, StepId, Tool } from '../routine/routine.ts';
import { sideCode, stepCode, toolCode } from './letters.ts';
import type { PlannedHolds } from './record.ts';

/** A hold in numbers: place, seconds, positionedS, reached, lateness in tenths of a second, code of the outcome. */
export type Row = readonly [number, number, number, number, number, number];

/** Where a hold is, as one number. */
export function placeOf(step: StepId, side: Side, tool: Tool, spot: number): number {
  return spot * 64 + stepCode(step) * 4 + sideCode(side) * 2 + toolCode(tool);
}

/** Each planned slot in order, as the hold that it gives when all goes to plan. */
export function plannedRows(planned: readonly PlannedHolds[], sides: readonly Side[]): readonly Row[] {
  const rows: Row[] = [];
  for (const { step, tool, seconds, cues, spots, positionsS } of planned) {
    let begun = 0;
    sides.forEach((side, at) => {
      for (let spot = 1; spot <= (spots[at] as number); spot++) {
        const positionedS = positionsS[spot > 1 ? 2 : begun] as number;
        rows.push([placeOf(step, side, tool, spot), seconds, positionedS, cues, 0, 0]);
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
export function likely([, seconds, positionedS, cues]: readonly number[], heldS: number): readonly unknown[] {
  return [seconds, positionedS, Math.min(cues as number, (heldS / 30) | 0), 0];
}

/** The slot to be expected after a row at slot `at`: the same after a try (codes 2 and 3: not easing, interrupted), else the next. */
export function slotAfter(at: number, outcome: number): number {
  return (outcome & 6) === 2 ? at : at + 1;
}
