/** The stretch routine keeps to the published dose: holds of 10 to 30 s, two to four of them, 60 s in all. */
import { expect, test } from 'vitest';
import { briefOf } from '../../../utils/core/routine/brief.ts';
import { findRoutine } from '../../../utils/core/routine/find-routine.ts';
import { buildPlan, minimumS } from '../../../utils/core/routine/plan.ts';
import { homeView } from '../../../utils/core/view/home-view.ts';
import { allChoices, choicesWith } from '../../support/arbitraries.ts';

const routine = findRoutine('calf-and-hip-stretch');

test.each(allChoices)('each stretch gets 60 s a side: %j', (choices) => {
  const plan = buildPlan(routine, choices);
  if (!plan.ok) throw new Error(plan.failure.what);
  for (const step of routine.steps) {
    for (const side of choices.sides) {
      const holds = plan.value.slots.filter((slot) => slot.step === step.id && slot.side === side);
      const seconds = holds.map((slot) => (slot.kind === 'hold' ? minimumS(slot.cues) : 0));
      expect(seconds).toEqual([30, 30]);
    }
  }
});

test('nothing but the floor is asked for, whatever tool and band the wearer has', () => {
  const choices = choicesWith({ tool: 'hook', band: true });
  const plan = buildPlan(routine, choices);
  if (!plan.ok) throw new Error(plan.failure.what);
  expect(homeView(briefOf(plan.value, choices, routine)).kit.map(({ key }) => key)).toEqual(['kit.none']);
});
