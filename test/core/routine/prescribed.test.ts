/** An own routine is a prescription: no preference for the built-in ones changes its holds, tempo or rests. */
import { describe, expect, it } from 'vitest';
import { preferenceControls } from '../../../utils/core/preferences/preference-rows.ts';
import {
  firstPreferences,
  newWearer,
  type PlanPreferences,
} from '../../../utils/core/preferences/preference-table.ts';
import type { RoutineDefinition } from '../../../utils/core/routine/definition.ts';
import { layOutPlan } from '../../../utils/core/routine/lay-out-plan.ts';
import { routineOf } from '../../../utils/core/routine/own-routine.ts';
import { parseDefinition } from '../../../utils/core/routine/parse-definition.ts';
import { type Plan, plannedSlotS } from '../../../utils/core/routine/plan.ts';
import { planSummaryOf } from '../../../utils/core/routine/plan-summary.ts';
import { STAGES } from '../../../utils/core/routine/routine.ts';
import { nextStep, optionRow } from '../../../utils/core/view/options-view.ts';
import { hipDefinition, wallSit } from '../../support/definitions.ts';
import { inLanguage } from '../../support/phrases.ts';

function planned(definition: RoutineDefinition, chosen: Partial<PlanPreferences> = {}): Plan {
  const plan = layOutPlan(routineOf(definition), { ...newWearer, ...chosen });
  if (!plan.ok) throw new Error(plan.failure.what);
  return plan.value;
}

const slotsOf = (plan: Plan): readonly string[] =>
  plan.slots.map((slot) =>
    slot.kind === 'hold'
      ? `${slot.step} ${slot.side} ${slot.spot}: ${slot.positionS} s`
      : `${slot.step}: ${slot.positionS} s, ${slot.lifts} of ${slot.beatS} s`,
  );

describe('the plan of an own routine', () => {
  it.each<readonly [string, Partial<PlanPreferences>]>([
    ['fewer spots', { spots: { left: 1, right: 1 } }],
    ['more spots', { spots: { left: 3, right: 3 } }],
    ['no band', { band: false }],
    ['another tempo of the march', { beatS: 8 }],
    ['the back in the sore stage', { soreBack: true }],
    ['less time to get into place', { placeS: -10 }],
  ])('stays as prescribed for a wearer who has chosen %s', (_, chosen) => {
    for (const definition of [hipDefinition, wallSit])
      for (const stage of STAGES)
        expect(slotsOf(planned(definition, { ...chosen, stage }))).toEqual(
          slotsOf(planned(definition, { stage })),
        );
  });

  it('has longer rests for a wearer who needs more time', () => {
    const [first] = planned(wallSit, { placeS: 20 }).slots;
    expect(first?.positionS).toBe(wallSit.positionsS.first + 20);
  });

  it('that names only the side that the wearer left out is done on that side', () => {
    expect(slotsOf(planned(wallSit, { sides: ['left'] }))).toEqual(slotsOf(planned(wallSit)));
    const both = planned(hipDefinition, { sides: ['left'], stage: 'active' });
    expect(slotsOf(both).some((slot) => slot.includes('right'))).toBe(false);
  });

  it('with a step for each side is done on the chosen side alone', () => {
    const [step] = wallSit.steps;
    if (step?.kind !== 'hold') throw new Error('no hold');
    const steps = (['left', 'right'] as const).map((only) => ({ ...step, name: only, only }));
    const sides = planned({ ...wallSit, steps }, { sides: ['left'] }).slots.map(({ side }) => side);
    expect(new Set(sides)).toEqual(new Set(['left']));
  });

  it('does not offer to bring back a step that its author left out', () => {
    const most = { ...hipDefinition, mostSpots: { sore: 2 } };
    const summary = planSummaryOf(planned(most), newWearer, routineOf(most));
    expect(summary.isStepLeftOut).toBeUndefined();
  });
});

it('a definition whose sessions are too long for a wearer with a single side is refused', () => {
  const [front, back] = hipDefinition.steps;
  if (front?.kind !== 'hold' || back?.kind !== 'hold') throw new Error('not the hip release');
  const spots = { sore: 55, active: 55, maintenance: 55 };
  const long = {
    ...hipDefinition,
    steps: [front, { ...back, spots }],
    mostSpots: { sore: 60, active: 60, maintenance: 60 },
  };
  const oneSided = planned(long, { sides: ['left'], lingerS: 10 });
  expect(oneSided.slots.reduce((sum, slot) => sum + plannedSlotS(slot), 0)).toBeGreaterThan(60 * 60);
  expect(parseDefinition(long).ok).toBe(false);
});

describe('the options', () => {
  const own = routineOf(wallSit);
  const context = { isTwelveHour: false, routine: own };
  const values = { ...firstPreferences, spots: { left: 3, right: 3 }, beatS: 8, band: false };

  it.each(['spots', 'band', 'beatS', 'soreBack'] as const)(
    'say that an own routine decides about %s',
    (name) => {
      for (const control of preferenceControls.filter((one) => one.name === name)) {
        const row = optionRow(values, control, context);
        expect(inLanguage('en-US', row.means)).toBe('Set by your own routine');
        expect(row.value).toEqual(optionRow(firstPreferences, control, context).value);
        expect(nextStep(values, control, context)).toEqual({});
      }
    },
  );

  it('let the wearer choose what the routine leaves open', () => {
    const control = preferenceControls.find(({ name }) => name === 'strength');
    if (control === undefined) throw new Error('no row');
    expect(nextStep(values, control, context)).toEqual({ strength: 'strong' });
  });
});
