/**
 * What a record's header says about its holds, so that a hold that went to plan need not be written. Encoder and decoder use
 * the same functions. Nothing here knows a routine, a default or any other table that could differ between versions.
 */
import type { Side } from '../routine/routine.ts';
import { OUTCOMES } from './codes.ts';
import type { PlannedHolds } from './record.ts';

/** A hold in the terms of the format. */
export interface LoggedHold {
  /** `spot,side,tool,step`; the step comes last because it may be any text. */
  readonly place: string;
  readonly seconds: number;
  readonly positionedS: number;
  /** How many of its cues were reached. */
  readonly reached: number;
  /** Tenths of a second. */
  readonly lateTenths: number;
  /** Code of the outcome. */
  readonly outcome: number;
}

/** A logged cue comes about every 30 s, so the length of a try shows how many it probably reached. */
const CUE_EVERY_S = 30;

const NOT_EASING = OUTCOMES.indexOf('not-easing');
const INTERRUPTED = OUTCOMES.indexOf('interrupted');

/** The slots of the plan in order, each as the hold that results if everything goes to plan. */
export function plannedSlots(
  planned: readonly PlannedHolds[],
  sides: readonly Side[],
): readonly LoggedHold[] {
  const slots: LoggedHold[] = [];
  for (const { step, tool, seconds, cues, spots, positionsS } of planned) {
    const [arriveS, otherSideS, sameSideS] = positionsS;
    let isFirstSlot = true;
    sides.forEach((side, at) => {
      for (let spot = 1; spot <= (spots[at] as number); spot++) {
        const positionedS = spot > 1 ? sameSideS : isFirstSlot ? arriveS : otherSideS;
        const place = placeOf(spot, side, tool, step);
        slots.push({ place, seconds, positionedS, reached: cues, lateTenths: 0, outcome: 0 });
        isFirstSlot = false;
      }
    });
  }
  return slots;
}

export function placeOf(spot: number, side: string, tool: string, step: string): string {
  return `${spot},${side},${tool},${step}`;
}

/** How many cues a try of `seconds` at a slot probably reached. */
export function expectedReached(slot: LoggedHold, seconds: number): number {
  return Math.min(slot.reached, Math.floor(seconds / CUE_EVERY_S));
}

/**
 * The index of the slot that is expected after a hold at slot `at`: the same one after a try that was not easing or
 * interrupted, the next one after any other outcome.
 */
export function slotAfter(at: number, outcome: number): number {
  return outcome === NOT_EASING || outcome === INTERRUPTED ? at : at + 1;
}
