/** A plan as an open session stores it: under the names that version 0.1.0 gave its parts. */
import { hasShape } from '../base/fields.ts';
import { hasKnownValues, type KnownWords } from '../base/known-values.ts';
import { MIN_CUE_GAP_S } from '../tuning.ts';
import { type HoldSlot, hasCloseCues, type MarchSlot, type Plan, type Slot } from './plan.ts';
import { HOLD_KITS, STAGES } from './routine.ts';

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
  cues: [{ cue: '', atS: 0 }],
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

const SIDES = ['left', 'right'];
const WORDS: KnownWords = {
  kind: ['hold', 'march'],
  cue: ['check', 'minimum', 'press'],
  side: SIDES,
  sides: SIDES,
  stage: STAGES,
  kit: HOLD_KITS,
};

/** Whether data has the shape of a stored plan, with a slot at least. */
export function isPlanLike(data: unknown): data is StoredPlan {
  if (!hasShape(data, PLAN_LIKE)) return false;
  const { lines = [], slots } = data as StoredPlan;
  return (
    hasShape(lines, [{ step: '', lines: [''] }]) &&
    slots.length > 0 &&
    slots.every((slot) => hasShape(slot, slot.kind === 'march' ? MARCH_LIKE : HOLD_LIKE))
  );
}

/** Whether data is a stored plan with values that a plan can have. */
export function fitsPlan(data: unknown): data is StoredPlan {
  return isPlanLike(data) && hasSoundPlan(fromStoredPlan(data));
}

/** Whether the plan can guide a session, and a record can hold that session. */
export function hasSoundPlan(plan: Plan): boolean {
  const { sides, slots, softEveryS } = plan;
  return (
    hasKnownValues(plan, WORDS) &&
    sides.length > 0 &&
    sides.length < 3 &&
    sides[0] !== sides[1] &&
    softEveryS >= MIN_CUE_GAP_S &&
    !slots.some(hasCloseCues)
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
