/**
 * The plan of the next session. It is made and stored when preferences are applied, so that the session page contains neither
 * the routines nor the code that makes a plan.
 */
import { asciiJson } from '../core/base/ascii-json.ts';
import { fieldsOf } from '../core/base/fields.ts';
import { planMaker } from '../core/routine/built-in.ts';
import type { Plan } from '../core/routine/plan.ts';
import { fitsPlan, fromStoredPlan, type StoredPlan, toStoredPlan } from '../core/routine/stored-plan.ts';
import { NEXT_PLAN } from '../core/stored-names.ts';
import type { StoredPreferences } from './stored-preferences.ts';
import { loadJson, type TextStore } from './text-store.ts';

interface StoredNextPlan {
  /** What the plan was made from, and with which version of the routines. */
  readonly madeFrom: string;
  readonly plan: StoredPlan;
}

/**
 * @param from the preferences that the plan is made from
 * @returns false if it could not be stored, which is reported
 */
export function saveNextPlan(store: TextStore, from: Partial<StoredPreferences>, plan: Plan): boolean {
  const stored: StoredNextPlan = { madeFrom: madeFrom(from), plan: toStoredPlan(plan) };
  return store.save(NEXT_PLAN, asciiJson(stored));
}

/** The stored plan; null unless this version of the app made it from these preferences. */
export function loadNextPlan(store: TextStore, from: Partial<StoredPreferences>): Plan | null {
  const stored = loadJson<StoredNextPlan>(store, NEXT_PLAN, (data) => fitsPlan(fieldsOf(data).plan));
  if (stored === null || stored.madeFrom !== madeFrom(from)) return null;
  return fromStoredPlan(stored.plan);
}

function madeFrom({ routine, choices }: Partial<StoredPreferences>): string {
  return JSON.stringify([planMaker, routine, choices]);
}
