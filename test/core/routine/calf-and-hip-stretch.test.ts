/** The stretch routine keeps to the published dose: holds of 10 to 30 s, two to four of them, 60 s in all. */
import { expect, it } from 'vitest';
import { findRoutine } from '../../../utils/core/routine/find-routine.ts';
import { layOutPlan } from '../../../utils/core/routine/lay-out-plan.ts';
import { minimumS } from '../../../utils/core/routine/plan.ts';
import { planSummaryOf } from '../../../utils/core/routine/plan-summary.ts';
import { homeView } from '../../../utils/core/view/home-view.ts';
import { allPlanPreferences, planPreferencesWith } from '../../support/arbitraries.ts';

const routine = findRoutine('calf-and-hip-stretch');

it.each(allPlanPreferences)('each stretch gets 60 s on each side: %j', (preferences) => {
  const plan = layOutPlan(routine, preferences);
  if (!plan.ok) throw new Error(plan.failure.what);
  for (const step of routine.steps) {
    for (const side of preferences.sides) {
      const holds = plan.value.slots.filter((slot) => slot.step === step.id && slot.side === side);
      const seconds = holds.map((slot) => (slot.kind === 'hold' ? minimumS(slot.cues) : 0));
      expect(seconds).toEqual([30, 30]);
    }
  }
});

it('its plan is described in holds, without spots or a march, whatever kit and band the wearer has', () => {
  const preferences = planPreferencesWith({ kit: 'hook', band: true });
  const plan = layOutPlan(routine, preferences);
  if (!plan.ok) throw new Error(plan.failure.what);
  expect(homeView(planSummaryOf(plan.value, preferences, routine)).amounts.map(({ key }) => key)).toEqual([
    'home.holds',
    'home.minutes',
  ]);
});
