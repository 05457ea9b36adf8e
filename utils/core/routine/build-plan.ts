/** Builds the plan of a session from preferences that nobody has checked. */
import { fail, type Result } from '../base/result.ts';
import { outOfRange } from '../preferences/preference-rows.ts';
import type { PlanPreferences } from '../preferences/preference-table.ts';
import { planPreferenceNames } from '../preferences/preferences.ts';
import { layOutPlan } from './lay-out-plan.ts';
import type { Plan } from './plan.ts';
import type { Routine } from './routine.ts';

/** The plan for these preferences; a failure where one is out of its range, or where they give no plan (`layOutPlan`). */
export function buildPlan(routine: Routine, preferences: PlanPreferences): Result<Plan> {
  for (const name of planPreferenceNames) {
    const fault = outOfRange(name, preferences[name]);
    if (fault !== null) return fail(fault, `preferences/${name}`);
  }
  return layOutPlan(routine, preferences);
}
