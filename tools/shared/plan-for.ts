import { newWearer, type PlanPreferences } from '../../utils/core/preferences/preference-table.ts';
import { defaultRoutine } from '../../utils/core/routine/default-routine.ts';
import { layOutPlan } from '../../utils/core/routine/lay-out-plan.ts';
import type { Plan } from '../../utils/core/routine/plan.ts';

/**
 * The built-in routine's plan for a new wearer who has chosen these.
 * @throws Error where they give no plan
 */
export function planFor(chosen: Partial<PlanPreferences> = {}): Plan {
  const plan = layOutPlan(defaultRoutine, { ...newWearer, ...chosen });
  if (!plan.ok) throw new Error(plan.failure.what);
  return plan.value;
}
