/** Makes the plan of a session from a routine and the wearer's preferences. */
import { fail, ok, type Result } from '../base/result.ts';
import { longestMoveMs } from '../cue/vocabulary.ts';
import type { PlanPreferences } from '../preferences/preference-table.ts';
import { MIN_CUE_GAP_S } from '../tuning.ts';
import { changeTo, hasCloseCues, minimumS, type Plan, type Slot, type StepLines } from './plan.ts';
import { asPrescribed } from './prescribed.ts';
import type {
  CueMark,
  HoldKit,
  HoldStep,
  MarchStep,
  Routine,
  Side,
  Step,
  StepId,
  Transition,
} from './routine.ts';

/**
 * The plan for these preferences, whose values are in range, as in stored preferences. It fails if the routine does not allow
 * the time to linger, if no slot is left, or if two cues would be closer than 5 s.
 */
export function layOutPlan(routine: Routine, chosen: PlanPreferences): Result<Plan> {
  const preferences = asPrescribed(routine, chosen);
  const { lingerS } = preferences;
  const { leastS, mostS } = routine.linger;
  if (typeof lingerS === 'number' && (lingerS < leastS || lingerS > mostS)) {
    return fail(`must be ${leastS} to ${mostS} in this routine, is ${lingerS}`, 'preferences/lingerS');
  }
  const { stayS, softEveryS, ceilingS } = routine.linger;
  const slots: Slot[] = [];
  for (const step of stepsOf(routine, preferences)) {
    if (step.kind === 'march') addMarch(slots, step, routine, preferences);
    else addHolds(slots, step, routine, preferences);
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
    ...retriesOf(routine, preferences),
    stayS,
    softEveryS,
    ceilingS,
    ...linesOf(routine),
  };
  const close = slots.findIndex(hasCloseCues);
  return close < 0 ? ok(plan) : fail(`two cues come closer than ${MIN_CUE_GAP_S} s`, `slots/${close}`);
}

/** The steps of the session: the march only with a band, and no step of holds that would exceed the spots of the stage. */
function stepsOf(routine: Routine, preferences: PlanPreferences): readonly Step[] {
  let spots = 0;
  return routine.steps.filter((step) => {
    if (step.kind === 'march') return preferences.band;
    const own = preferences.sides.reduce((sum, side) => sum + spotCount(step, preferences, side), 0);
    if (spots > 0 && spots + own > mostSpots(routine, preferences)) return false;
    spots += own;
    return true;
  });
}

/** Whether a step of holds is left out only because the stage allows no more spots. */
export function leavesStepOut(routine: Routine, chosen: PlanPreferences): boolean {
  const stepCount = (preferences: PlanPreferences): number =>
    stepsOf(routine, asPrescribed(routine, preferences)).length;
  return stepCount({ ...chosen, soreBack: true }) > stepCount(chosen);
}

function mostSpots({ mostSpots: most }: Routine, { stage, soreBack }: PlanPreferences): number {
  const allowed = soreBack || most === undefined ? undefined : most[stage];
  return allowed === undefined ? Number.POSITIVE_INFINITY : allowed;
}

function retriesOf({ retries }: Routine, { stage }: PlanPreferences): Pick<Plan, 'retries'> {
  const most = retries === undefined ? undefined : retries[stage];
  return most === undefined ? {} : { retries: most };
}

function linesOf({ steps }: Routine): Pick<Plan, 'lines'> {
  const all: StepLines[] = [];
  for (const { id: step, lines } of steps) if (lines) all.push({ step, lines });
  return all.length > 0 ? { lines: all } : {};
}

function addHolds(slots: Slot[], step: HoldStep, routine: Routine, preferences: PlanPreferences): void {
  // A step that is not possible with the chosen kit is done with the ball, which every wearer has, or else with nothing.
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
        ...(step.glyph === 'none' ? {} : { glyph: `${step.glyph}-${kit}` }),
        kit,
        side,
        spot,
        positionS: positionS(
          placeS(routine, preferences, transition(before, step.id, side, kit)),
          before,
          step.id,
          side,
        ),
        findS: placeS(routine, preferences, find),
        cues: marks,
        lingerS: lingerS(routine, preferences, marks),
      });
    }
  }
}

/** How many spots a side has. At the stage `sore` there are never more than the routine says. */
export function spotCount(
  step: HoldStep,
  { stage, spots }: Pick<PlanPreferences, 'stage' | 'spots'>,
  side: Side,
): number {
  if (step.only && step.only !== side) return 0;
  const usual = step.spots[stage];
  const chosen = spots[side];
  if (chosen === null) return usual;
  return stage === 'sore' ? Math.min(chosen, usual) : chosen;
}

/** The time to get into place, s. It is at least 5 s, so that the start cue does not run into the move cue. */
function placeS({ positionsS }: Routine, preferences: PlanPreferences, what: Transition): number {
  return Math.max(Math.min(positionsS[what], MIN_CUE_GAP_S), positionsS[what] + preferences.placeS);
}

/**
 * The time to get into place, s. There is always time for a repeated move at any strength, plus 5 s before the start cue. A
 * time that is too short for any move stays unchanged, and the routine is refused because of it.
 */
function positionS(givenS: number, before: Slot | undefined, step: StepId, side: Side): number {
  if (before === undefined || givenS < MIN_CUE_GAP_S) return givenS;
  const change = changeTo(before, { step, side });
  // A move on the same side is not repeated, and is over within the least gap.
  if (change === 'spot') return givenS;
  return Math.max(givenS, Math.ceil(longestMoveMs(change) / 1000) + MIN_CUE_GAP_S);
}

/** The linger, s. If the wearer wants to say when it ends, it is as long as a spot may be held at all. */
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
  const side: Side = preferences.sides[0] === 'right' ? 'right' : 'left';
  slots.push({
    kind: 'march',
    step: step.id,
    ...(step.glyph === 'none' ? {} : { glyph: step.glyph }),
    side,
    positionS: positionS(placeS(routine, preferences, 'stand'), slots[slots.length - 1], step.id, side),
    lifts: step.lifts,
    beatS: preferences.beatS === null ? step.beatS : preferences.beatS,
  });
}
