/**
 * A plan: the flat list of slots that a routine and the wearer's preferences give (`lay-out-plan.ts`). It contains every number
 * that the session needs, so that an update of the routine does not change an open session.
 */
import { MIN_CUE_GAP_S } from '../tuning.ts';
import type { CueMark, HoldKit, Kit, Side, Stage, StepId } from './routine.ts';

export interface HoldSlot {
  readonly kind: 'hold';
  readonly step: StepId;
  /** The file name of the picture of what the body does. A session that an older version has left open has none. */
  readonly glyph?: string;
  readonly kit: HoldKit;
  readonly side: Side;
  /** Counted from 1 on this side of this step. */
  readonly spot: number;
  /** The time to get into place. */
  readonly positionS: number;
  /** The time to find another spot, or the way back after a pause. */
  readonly findS: number;
  readonly cues: readonly CueMark[];
  /** From the minimum to the move cue. */
  readonly lingerS: number;
}

export interface MarchSlot {
  readonly kind: 'march';
  readonly step: StepId;
  readonly glyph?: string;
  /** The side of the first lift. */
  readonly side: Side;
  readonly positionS: number;
  readonly lifts: number;
  readonly beatS: number;
}

export type Slot = HoldSlot | MarchSlot;

/** A list and not a record by step, because a step of one of the wearer's own routines may have any name. */
export interface StepLines {
  readonly step: StepId;
  readonly lines: readonly string[];
}

export interface Plan {
  readonly routine: string;
  readonly routineVersion: number;
  readonly stage: Stage;
  readonly kit: Kit;
  readonly sides: readonly Side[];
  readonly slots: readonly Slot[];
  /** Tries on one slot before it is left for today. */
  readonly tries: number;
  /** Tries beyond the first of each slot, in the session in all; absent if `tries` alone decides, as in plans of version 0.1.0. */
  readonly retries?: number;
  /** What one "stay" adds. */
  readonly stayS: number;
  /** Between two soft pulses while the wearer stays. */
  readonly softEveryS: number;
  /** The longest stay on one spot, counted from the hold's start. */
  readonly ceilingS: number;
  /** What to do at each step, in lines that fit; absent if our own texts say that. */
  readonly lines?: readonly StepLines[];
}

/** What changes from one slot to the next: only the spot, the side, or the step. */
export type MoveTo = 'spot' | 'side' | 'step';

/** The move from slot `at` to the next one; null after the last slot. */
export function moveAfter(plan: Plan, at: number): MoveTo | null {
  return moveBetween(plan, at, at + 1);
}

/** What changes from slot `from` to slot `to`, which may come before it or be the same; null if there is no such slot. */
export function moveBetween(plan: Plan, from: number, to: number): MoveTo | null {
  const here = plan.slots[from];
  const next = plan.slots[to];
  return here === undefined || next === undefined ? null : changeTo(here, next);
}

/** What changes from a slot to one of this step and side. */
export function changeTo(here: Slot, { step, side }: Pick<Slot, 'step' | 'side'>): MoveTo {
  if (here.step !== step) return 'step';
  return here.side === side ? 'spot' : 'side';
}

/** The minimum of a hold with these cues, s. */
export function minimumS(cues: readonly CueMark[]): number {
  const last = cues[cues.length - 1];
  return last === undefined ? 0 : last.atS;
}

/** How long a hold lasts if it goes to plan: its minimum and its linger, s. */
export function plannedHoldS(slot: HoldSlot): number {
  return minimumS(slot.cues) + slot.lingerS;
}

/** The time from the move to this slot until the next move if everything goes to plan, s. */
export function plannedSlotS(slot: Slot): number {
  return slot.kind === 'hold'
    ? slot.positionS + plannedHoldS(slot)
    : slot.positionS + slot.lifts * slot.beatS + MIN_CUE_GAP_S;
}

/** Whether two cues of the slot come closer than 5 s. No plan has such a slot: page and helper rely on it. */
export function hasCloseCues(slot: Slot): boolean {
  let leastS = slot.positionS;
  if (slot.kind === 'hold') {
    leastS = Math.min(leastS, slot.findS);
    let lastS = 0;
    for (const { atS } of slot.cues) {
      leastS = Math.min(leastS, slot.lingerS, atS - lastS);
      lastS = atS;
    }
  }
  return leastS < MIN_CUE_GAP_S;
}
