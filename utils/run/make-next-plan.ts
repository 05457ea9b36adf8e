/** Makes the plan of the next session from the stored preferences, and stores it with its summary. */
import { sentence } from '../core/base/result.ts';
import { defaultRoutine } from '../core/routine/default-routine.ts';
import { findRoutine } from '../core/routine/find-routine.ts';
import { layOutPlan } from '../core/routine/lay-out-plan.ts';
import { isOwnId } from '../core/routine/own-id.ts';
import { parseRoutine } from '../core/routine/parse-routine.ts';
import { planSummaryOf } from '../core/routine/plan-summary.ts';
import type { Routine } from '../core/routine/routine.ts';
import type { Report } from '../ports/ports.ts';
import { loadNextPlan, saveNextPlan } from './next-plan.ts';
import { loadOwnRoutines } from './own-routines.ts';
import { loadPreferences, savePreferences, type WatchPreferences } from './preferences.ts';
import { readStoredPreferences } from './stored-preferences.ts';
import type { TextStore } from './text-store.ts';

/** @returns whether there is a plan that Start can read; if not, the reason is reported */
export function makeNextPlan(store: TextStore, report: Report): boolean {
  const preferences = loadPreferences(store, report);
  const routine = pickedRoutine(preferences.routine, store, report);
  const laidOut = layOutPlan(routine, withinRoutine(preferences, routine));
  if (!laidOut.ok) {
    report('plan', sentence(laidOut.failure));
    return false;
  }
  const plan = laidOut.value;
  // Before the plan, because the plan notes which stored preferences it is made from.
  savePreferences(store, { ...preferences, planSummary: planSummaryOf(plan, preferences, routine) });
  const stored = readStoredPreferences(store, report);
  saveNextPlan(store, stored, plan);
  if (loadNextPlan(store, stored) !== null) return true;
  report('plan', 'could not be stored');
  return false;
}

/** Reading a stored routine checks only its shape; here its numbers are checked too. */
function pickedRoutine(id: string, store: TextStore, report: Report): Routine {
  const routine = findRoutine(id, loadOwnRoutines(store));
  const checked = parseRoutine(routine);
  if (checked.ok) return routine;
  report('plan', sentence(checked.failure));
  return defaultRoutine;
}

/** The wearer may have chosen, for another routine, more or less than one of their own allows. Then the limit of that routine applies. */
function withinRoutine(preferences: WatchPreferences, { id, linger }: Routine): WatchPreferences {
  const { lingerS } = preferences;
  if (typeof lingerS !== 'number' || !isOwnId(id)) return preferences;
  return { ...preferences, lingerS: Math.max(linger.leastS, Math.min(linger.mostS, lingerS)) };
}
