/** A plan in a few numbers, which is all that home shows. It is made and stored when preferences change. */

import type { PlanPreferences } from '../preferences/preference-table.ts';
import { leavesStepOut } from './lay-out-plan.ts';
import { isOwnId } from './own-id.ts';
import { type Plan, plannedSlotS } from './plan.ts';
import type { HoldKit, RestRule, Routine, Side } from './routine.ts';

export interface PlanSummary {
  /** What the wearer needs; `none` if no hold needs a kit. */
  readonly kit: HoldKit;
  /** A band is needed. */
  readonly band: boolean;
  readonly sides: readonly Side[];
  /** Holds on each side, all steps together. */
  readonly left: number;
  readonly right: number;
  readonly lifts: number;
  /** A step of holds is left out because the stage allows no more spots. A summary of version 0.1.0 does not say. */
  readonly isStepLeftOut?: boolean;
  /** The routine is one of the wearer's own, which says nothing about a hip. */
  readonly isOwn?: boolean;
  /** From Start to the end if everything goes to plan, rounded. */
  readonly minutes: number;
  /** Days to the next session at this stage. */
  readonly rest: RestRule;
}

export function planSummaryOf(plan: Plan, preferences: PlanPreferences, routine: Routine): PlanSummary {
  const holds = { left: 0, right: 0 };
  let lifts = 0;
  let totalS = 0;
  let kit: HoldKit = 'none';
  for (const slot of plan.slots) {
    if (slot.kind === 'hold') {
      holds[slot.side]++;
      if (slot.kit !== 'none') kit = preferences.kit;
    } else lifts += slot.lifts;
    totalS += plannedSlotS(slot);
  }
  return {
    kit,
    band: lifts > 0,
    sides: preferences.sides,
    left: holds.left,
    right: holds.right,
    lifts,
    minutes: Math.round(totalS / 60),
    rest: routine.rest[preferences.stage],
    ...(isOwnId(routine.id) ? { isOwn: true } : {}),
    ...(leavesStepOut(routine, preferences) ? { isStepLeftOut: true } : {}),
  };
}
