/** A plan in a few numbers: all that home shows. Made where preferences change, so that home need not carry the plan's builder. */
import { type Choices, type Plan, plannedSlotS } from './plan.ts';
import type { RestRule, Routine, Side, Tool } from './routine.ts';

export interface PlanBrief {
  readonly tool: Tool;
  /** The band is used. */
  readonly band: boolean;
  readonly sides: readonly Side[];
  /** Holds on each side, all steps together. */
  readonly left: number;
  readonly right: number;
  readonly lifts: number;
  /** From Start to the end if all goes to plan, rounded. */
  readonly minutes: number;
  /** Days to the next session in this phase. */
  readonly rest: RestRule;
}

export function briefOf(plan: Plan, { tool, sides, phase }: Choices, routine: Routine): PlanBrief {
  const holds = { left: 0, right: 0 };
  let lifts = 0;
  let totalS = 0;
  for (const slot of plan.slots) {
    if (slot.kind === 'hold') holds[slot.side]++;
    else lifts += slot.lifts;
    totalS += plannedSlotS(slot);
  }
  return {
    tool,
    band: lifts > 0,
    sides,
    left: holds.left,
    right: holds.right,
    lifts,
    minutes: Math.round(totalS / 60),
    rest: routine.rest[phase],
  };
}
