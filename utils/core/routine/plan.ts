/**
 * A plan: the flat list of slots that a routine and the wearer's choices give. Carries every number that the
 * session needs, so that an open session is not changed by an update of the routine.
 */
import { fail, ok, type Result } from '../base/result.ts';
import { MIN_CUE_GAP_S } from '../tuning.ts';
import type {
  HoldCue,
  HoldStep,
  MarchStep,
  Routine,
  RoutinePhase,
  Side,
  StepId,
  Tool,
  Transition,
} from './routine.ts';

/** What the wearer has chosen. */
export interface Choices {
  readonly phase: RoutinePhase;
  readonly tool: Tool;
  /** A mini band is at hand; without one the march is dropped. */
  readonly band: boolean;
  /** Sides in their order: one or both, side A first. */
  readonly sides: readonly Side[];
  /** After the minimum, s; null: the routine's usual. */
  readonly lingerS: number | null;
}

export const newWearer: Choices = {
  phase: 'sore',
  tool: 'ball',
  band: true,
  sides: ['left', 'right'],
  lingerS: null,
};

export interface PlannedCue {
  readonly cue: HoldCue;
  /** From the hold's start, s. */
  readonly atS: number;
}

export interface HoldSlot {
  readonly kind: 'hold';
  readonly step: StepId;
  readonly tool: Tool;
  readonly side: Side;
  /** 1, 2, … on this side of this step. */
  readonly spot: number;
  /** Seconds to get into place. */
  readonly positionS: number;
  /** Seconds to find another spot, or the way back after a pause. */
  readonly findS: number;
  readonly cues: readonly PlannedCue[];
  /** From the minimum to the move cue, s. */
  readonly lingerS: number;
}

export interface MarchSlot {
  readonly kind: 'march';
  readonly step: StepId;
  /** The side of the first lift. */
  readonly side: Side;
  readonly positionS: number;
  readonly lifts: number;
  readonly beatS: number;
}

export type Slot = HoldSlot | MarchSlot;

export interface Plan {
  readonly routine: string;
  readonly routineVersion: number;
  readonly phase: RoutinePhase;
  readonly tool: Tool;
  readonly sides: readonly Side[];
  readonly slots: readonly Slot[];
  /** Tries on one slot before it is left for today. */
  readonly tries: number;
  readonly stayS: number;
  readonly softEveryS: number;
  readonly ceilingS: number;
}

/** Where the next slot is, seen from slot `at`: the wearer moves by that much. */
export type MoveTo = 'spot' | 'side' | 'step';

/**
 * The plan for these choices.
 * @returns a failure where no slot is left, the linger is out of the routine's range, or two cues of the plan
 * would come closer than 5 s.
 */
export function buildPlan(routine: Routine, choices: Choices): Result<Plan> {
  const lingerS = choices.lingerS === null ? routine.linger.usual.seconds : choices.lingerS;
  if (lingerS < routine.linger.least.seconds || lingerS > routine.linger.most.seconds) {
    return fail(
      `linger must be ${routine.linger.least.seconds} to ${routine.linger.most.seconds} s, is ${lingerS}`,
      'choices/lingerS',
    );
  }
  const slots: Slot[] = [];
  for (const step of routine.steps) {
    if (step.kind === 'march') {
      if (choices.band) addMarch(slots, step, routine, choices);
    } else {
      addHolds(slots, step, routine, choices, lingerS);
    }
  }
  if (slots.length === 0) return fail('no step is left to do', 'choices');
  const plan: Plan = {
    routine: routine.id,
    routineVersion: routine.version,
    phase: choices.phase,
    tool: choices.tool,
    sides: choices.sides,
    slots,
    tries: routine.tries[choices.phase].count,
    stayS: routine.linger.stay.seconds,
    softEveryS: routine.linger.softEvery.seconds,
    ceilingS: routine.linger.ceiling.seconds,
  };
  return checkGaps(plan);
}

/** What the move after slot `at` asks for; null after the last. */
export function moveAfter(plan: Plan, at: number): MoveTo | null {
  const here = plan.slots[at];
  const next = plan.slots[at + 1];
  if (here === undefined || next === undefined) return null;
  if (here.step !== next.step) return 'step';
  return here.side === next.side ? 'spot' : 'side';
}

/** Least seconds of a hold. */
export function minimumS(slot: HoldSlot): number {
  const last = slot.cues[slot.cues.length - 1];
  return last === undefined ? 0 : last.atS;
}

/** Seconds of a hold that goes to plan: the minimum and the linger. */
export function plannedHoldS(slot: HoldSlot): number {
  return minimumS(slot) + slot.lingerS;
}

/** Seconds of slot `at` from its move to the next, all to plan. */
export function plannedSlotS(slot: Slot): number {
  return slot.kind === 'hold'
    ? slot.positionS + plannedHoldS(slot)
    : slot.positionS + slot.lifts * slot.beatS + MIN_CUE_GAP_S;
}

function addHolds(slots: Slot[], step: HoldStep, routine: Routine, choices: Choices, lingerS: number): void {
  // A step that the chosen tool cannot do is done with the ball, which every set-up has.
  const tool: Tool = step.doses[choices.tool] === undefined ? 'ball' : choices.tool;
  const marks = step.doses[tool];
  if (marks === undefined) return;
  const cues = marks.map((mark) => ({ cue: mark.cue, atS: mark.seconds }));
  const spots = step.spots[choices.phase].count;
  for (const side of choices.sides) {
    for (let spot = 1; spot <= spots; spot++) {
      const before = slots[slots.length - 1];
      const find: Transition = tool === 'hook' ? 'place-hook' : 'first';
      slots.push({
        kind: 'hold',
        step: step.id,
        tool,
        side,
        spot,
        positionS: routine.positions[transition(before, step.id, side, tool)].seconds,
        findS: routine.positions[find].seconds,
        cues,
        lingerS,
      });
    }
  }
}

function transition(before: Slot | undefined, step: StepId, side: Side, tool: Tool): Transition {
  if (tool === 'hook') return 'place-hook';
  if (before === undefined) return 'first';
  if (before.step !== step) {
    return before.kind === 'hold' && before.tool === 'hook' ? 'turn-over-from-hook' : 'turn-over';
  }
  return before.side === side ? 'same-side' : 'other-side';
}

function addMarch(slots: Slot[], step: MarchStep, routine: Routine, choices: Choices): void {
  slots.push({
    kind: 'march',
    step: step.id,
    side: choices.sides[0] === 'right' ? 'right' : 'left',
    positionS: routine.positions.stand.seconds,
    lifts: step.lifts.count,
    beatS: step.beat.seconds,
  });
}

function checkGaps(plan: Plan): Result<Plan> {
  for (let at = 0; at < plan.slots.length; at++) {
    const slot = plan.slots[at];
    if (slot === undefined) continue;
    const where = `slots/${at}`;
    if (slot.positionS < MIN_CUE_GAP_S) return fail('move and start come too close', where);
    if (slot.kind === 'march') continue;
    let last = 0;
    for (const mark of slot.cues) {
      if (mark.atS - last < MIN_CUE_GAP_S) return fail(`${mark.cue} comes too close to a cue`, where);
      last = mark.atS;
    }
    if (slot.lingerS < MIN_CUE_GAP_S) return fail('minimum and move come too close', where);
  }
  return ok(plan);
}
