/** A plan as an open session stores it: under the names that version 0.1.0 gave its parts. */
import { hasShape } from '../base/fields.ts';
import type { HoldSlot, MarchSlot, Plan, Slot } from './plan.ts';

type StoredSlot = (Omit<HoldSlot, 'kit'> & { readonly tool: HoldSlot['kit'] }) | MarchSlot;

export interface StoredPlan extends Omit<Plan, 'stage' | 'kit' | 'slots'> {
  readonly phase: Plan['stage'];
  readonly tool: Plan['kit'];
  readonly slots: readonly StoredSlot[];
}

const HOLD_LIKE = {
  step: '',
  tool: '',
  side: '',
  spot: 0,
  positionS: 0,
  findS: 0,
  lingerS: 0,
  cues: [{ atS: 0 }],
};
const MARCH_LIKE = { step: '', side: '', positionS: 0, lifts: 0, beatS: 0 };
const PLAN_LIKE = {
  routine: '',
  routineVersion: 0,
  phase: '',
  tool: '',
  sides: [''],
  slots: [{ kind: '' }],
  tries: 0,
  stayS: 0,
  softEveryS: 0,
  ceilingS: 0,
};

/** Whether data is a stored plan, with a slot at least. */
export function fitsPlan(data: unknown): data is StoredPlan {
  if (!hasShape(data, PLAN_LIKE)) return false;
  const { lines = [], slots } = data as StoredPlan;
  return (
    hasShape(lines, [{ step: '', lines: [''] }]) &&
    slots.length > 0 &&
    slots.every((slot) => hasShape(slot, slot.kind === 'march' ? MARCH_LIKE : HOLD_LIKE))
  );
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
