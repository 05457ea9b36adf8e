/** The instants at which each fault is tried, in seconds after the tap on Start, computed from the plan. */
import { type Plan, plannedHoldS } from '../../../utils/core/routine/plan.ts';
import { MARCH_END_S, MARCH_LEAD_S } from './oracle.ts';

/** Seconds on either side of a transition. */
const AROUND_S = 3;

/** The instants of the cues of the session, with only the first and the last beat of the march. */
function transitions(plan: Plan): readonly number[] {
  let slotS = 0;
  return plan.slots.flatMap((slot) => {
    const startS = slotS + slot.positionS;
    if (slot.kind === 'hold') {
      slotS = startS + plannedHoldS(slot);
      return [startS, ...slot.cues.map(({ atS }) => startS + atS), slotS];
    }
    const lastLiftS = startS + MARCH_LEAD_S + (slot.lifts - 1) * slot.beatS;
    slotS = lastLiftS + slot.beatS + MARCH_END_S;
    return [startS, startS + MARCH_LEAD_S, lastLiftS, slotS];
  });
}

/** The seconds around each transition. */
export function transitionSeconds(plan: Plan): readonly number[] {
  return ascending(transitions(plan).flatMap((atS) => span(atS - AROUND_S, atS + AROUND_S)));
}

/** Every second of the first slot: position, hold, linger, and the move to the next. */
export function cycleSeconds({ slots: [slot] }: Plan): readonly number[] {
  return slot?.kind === 'hold' ? span(0, slot.positionS + plannedHoldS(slot) + AROUND_S) : [];
}

/** Every second of one slot, and the seconds around each transition of the session. */
export function wholeSeconds(plan: Plan): readonly number[] {
  return ascending([...cycleSeconds(plan), ...transitionSeconds(plan)]);
}

function span(fromS: number, toS: number): readonly number[] {
  return Array.from({ length: toS - fromS + 1 }, (_, index) => fromS + index);
}

function ascending(seconds: readonly number[]): readonly number[] {
  return [...new Set(seconds)].sort((a, b) => a - b);
}
