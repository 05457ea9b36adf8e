/** A plan as an open session stores it: under the names that version 0.1.0 gave its parts. */
import type { HoldSlot, MarchSlot, Plan, Slot } from './plan.ts';

type StoredSlot = (Omit<HoldSlot, 'kit'> & { readonly tool: HoldSlot['kit'] }) | MarchSlot;

export interface StoredPlan extends Omit<Plan, 'stage' | 'kit' | 'slots'> {
  readonly phase: Plan['stage'];
  readonly tool: Plan['kit'];
  readonly slots: readonly StoredSlot[];
}

export function toStoredPlan({ stage: phase, kit: tool, slots, ...others }: Plan): StoredPlan {
  return { ...others, phase, tool, slots: slots.map(toStoredSlot) };
}

export function fromStoredPlan({ phase: stage, tool: kit, slots, ...others }: StoredPlan): Plan {
  return { ...others, stage, kit, slots: slots.map(fromStoredSlot) };
}

function toStoredSlot(slot: Slot): StoredSlot {
  if (slot.kind === 'march') return slot;
  const { kit: tool, ...others } = slot;
  return { ...others, tool };
}

function fromStoredSlot(slot: StoredSlot): Slot {
  if (slot.kind === 'march') return slot;
  const { tool: kit, ...others } = slot;
  return { ...others, kit };
}
