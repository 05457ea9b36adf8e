/** Makes the plan of the next session from the preferences as they are stored, and stores it with its summary. */
import { sentence } from '../core/base/result.ts';
import { findRoutine } from '../core/routine/find-routine.ts';
import { layOutPlan } from '../core/routine/lay-out-plan.ts';
import { planSummaryOf } from '../core/routine/plan-summary.ts';
import type { Report } from '../ports/ports.ts';
import { loadNextPlan, saveNextPlan } from './next-plan.ts';
import { loadPreferences, savePreferences } from './preferences.ts';
import { readStoredPreferences } from './stored-preferences.ts';
import type { TextStore } from './text-store.ts';

/** @returns whether there is a plan that Start can read; if not, the reason is reported */
export function makeNextPlan(store: TextStore, report: Report): boolean {
  const preferences = loadPreferences(store, report);
  const routine = findRoutine(preferences.routine);
  const laidOut = layOutPlan(routine, preferences);
  if (!laidOut.ok) {
    report('plan', sentence(laidOut.failure));
    return false;
  }
  const plan = laidOut.value;
  // Before the plan, which notes the stored preferences that it is made from.
  savePreferences(store, { ...preferences, planSummary: planSummaryOf(plan, preferences, routine) });
  const stored = readStoredPreferences(store, report);
  saveNextPlan(store, stored, plan);
  if (loadNextPlan(store, stored) !== null) return true;
  report('plan', 'could not be stored');
  return false;
}
