/**
 * A plan: the flat list of slots that a routine and the wearer's preferences give. Carries every number that the
 * session needs, so that an open session is not changed by an update of the routine.
 */
import { fail, ok, type Result } from '../base/result.ts';
import { outOfRange, type PlanPreferences, planPreferenceNames } from '../preferences/preferences.ts';
import { MIN_CUE_GAP_S } from '../tuning.ts';
import type {
  CueMark,
  HoldKit,
  HoldStep,
  Kit,
  MarchStep,
  Routine,
  Side,
  Stage,
  StepId,
  Transition,
} from './routine.ts';

export interface HoldSlot {
  readonly kind: 'hold';
  readonly step: StepId;
  /** Picture of what the body does, a file's name. A session that an older version has left open has none. */
  readonly glyph?: string;
  readonly kit: HoldKit;
  readonly side: Side;
  /** 1, 2, … on this side of this step. */
  readonly spot: number;
  /** Seconds to get into place. */
  readonly positionS: number;
  /** Seconds to find another spot, or the way back after a pause. */
  readonly findS: number;
  readonly cues: readonly CueMark[];
  /** From the minimum to the move cue, s. */
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

export interface Plan {
  readonly routine: string;
  readonly routineVersion: number;
  readonly stage: Stage;
  readonly kit: Kit;
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
 * The plan for these preferences.
 * @returns a failure where no slot is left, a number is out of its range, or two cues of the plan would come closer
 * than 5 s.
 */
export function buildPlan(routine: Routine, preferences: PlanPreferences): Result<Plan> {
  const wrong = outOfItsRange(routine, preferences);
  if (wrong !== null) return wrong;
  const { stayS, softEveryS, ceilingS } = routine.linger;
  const slots: Slot[] = [];
  for (const step of routine.steps) {
    if (step.kind === 'march') {
      if (preferences.band) addMarch(slots, step, routine, preferences);
    } else {
      addHolds(slots, step, routine, preferences);
    }
  }
  if (slots.length === 0) return fail('no step is left to do', 'preferences');
  const plan: Plan = {
    routine: routine.id,
    routineVersion: routine.version,
    stage: preferences.stage,
    kit: preferences.kit,
    sides: preferences.sides,
    slots,
    tries: routine.tries[preferences.stage],
    stayS,
    softEveryS,
    ceilingS,
  };
  const close = closeCues(plan);
  return close < 0 ? ok(plan) : fail(`two cues come closer than ${MIN_CUE_GAP_S} s`, `slots/${close}`);
}

/** What the move after slot `at` asks for; null after the last. */
export function moveAfter(plan: Plan, at: number): MoveTo | null {
  const here = plan.slots[at];
  const next = plan.slots[at + 1];
  if (here === undefined || next === undefined) return null;
  if (here.step !== next.step) return 'step';
  return here.side === next.side ? 'spot' : 'side';
}

/** Least seconds of a hold with these cues. */
export function minimumS(cues: readonly CueMark[]): number {
  const last = cues[cues.length - 1];
  return last === undefined ? 0 : last.atS;
}

/** Seconds of a hold that goes to plan: the minimum and the linger. */
export function plannedHoldS(slot: HoldSlot): number {
  return minimumS(slot.cues) + slot.lingerS;
}

/** Seconds of slot `at` from its move to the next, all to plan. */
export function plannedSlotS(slot: Slot): number {
  return slot.kind === 'hold'
    ? slot.positionS + plannedHoldS(slot)
    : slot.positionS + slot.lifts * slot.beatS + MIN_CUE_GAP_S;
}

/** The first preference that is out of its range, as a failure; null where there is none. */
function outOfItsRange({ linger }: Routine, preferences: PlanPreferences): Result<Plan> | null {
  for (const name of planPreferenceNames) {
    const fault = outOfRange(name, preferences[name]);
    if (fault !== null) return fail(fault, `preferences/${name}`);
  }
  const { lingerS } = preferences;
  const { leastS, mostS } = linger;
  if (typeof lingerS === 'number' && (lingerS < leastS || lingerS > mostS)) {
    return fail(`must be ${leastS} to ${mostS} in this routine, is ${lingerS}`, 'preferences/lingerS');
  }
  return null;
}

function addHolds(slots: Slot[], step: HoldStep, routine: Routine, preferences: PlanPreferences): void {
  // A step that the chosen kit cannot do is done with the ball, which every set-up has, or with nothing.
  let kit: HoldKit = preferences.kit;
  if (step.doses[kit] === undefined) kit = step.doses.ball === undefined ? 'none' : 'ball';
  const marks = step.doses[kit];
  if (marks === undefined) return;
  const find: Transition = kit === 'hook' ? 'place-hook' : 'first';
  for (const side of preferences.sides) {
    const count = spotCount(step, preferences, side);
    for (let spot = 1; spot <= count; spot++) {
      const before = slots[slots.length - 1];
      slots.push({
        kind: 'hold',
        step: step.id,
        glyph: `${step.glyph}-${kit}`,
        kit,
        side,
        spot,
        positionS: placeS(routine, preferences, transition(before, step.id, side, kit)),
        findS: placeS(routine, preferences, find),
        cues: marks,
        lingerS: lingerS(routine, preferences, marks),
      });
    }
  }
}

/** Spots on a side. While it is sore the routine's number is the most: only one or two spots each time. */
function spotCount(step: HoldStep, { stage, spots }: PlanPreferences, side: Side): number {
  const usual = step.spots[stage];
  const chosen = spots[side];
  if (chosen === null) return usual;
  return stage === 'sore' ? Math.min(chosen, usual) : chosen;
}

/** Seconds to get into place. The wearer's wish never takes so many that the start cue would be taken for a part of the move cue. */
function placeS({ positionsS }: Routine, preferences: PlanPreferences, what: Transition): number {
  return Math.max(Math.min(positionsS[what], MIN_CUE_GAP_S), positionsS[what] + preferences.placeS);
}

/** A wearer who wants to say when stays, with soft pulses, for as long as any spot may be held. */
function lingerS({ linger }: Routine, preferences: PlanPreferences, marks: readonly CueMark[]): number {
  const chosen = preferences.lingerS;
  if (chosen === 'until-say') return linger.ceilingS - minimumS(marks);
  return chosen === null ? linger.usualS : chosen;
}

function transition(before: Slot | undefined, step: StepId, side: Side, kit: HoldKit): Transition {
  if (kit === 'hook') return 'place-hook';
  if (before === undefined) return 'first';
  if (before.step !== step) {
    return before.kind === 'hold' && before.kit === 'hook' ? 'turn-over-from-hook' : 'turn-over';
  }
  return before.side === side ? 'same-side' : 'other-side';
}

function addMarch(slots: Slot[], step: MarchStep, routine: Routine, preferences: PlanPreferences): void {
  slots.push({
    kind: 'march',
    step: step.id,
    glyph: step.glyph,
    side: preferences.sides[0] === 'right' ? 'right' : 'left',
    positionS: placeS(routine, preferences, 'stand'),
    lifts: step.lifts,
    beatS: preferences.beatS === null ? step.beatS : preferences.beatS,
  });
}

/** Index of the first slot in which two cues come closer than 5 s, or -1. */
function closeCues(plan: Plan): number {
  return plan.slots.findIndex((slot) => {
    let leastS = slot.positionS;
    if (slot.kind === 'hold') {
      let lastS = 0;
      for (const mark of slot.cues) {
        leastS = Math.min(leastS, slot.lingerS, mark.atS - lastS);
        lastS = mark.atS;
      }
    }
    return leastS < MIN_CUE_GAP_S;
  });
}
