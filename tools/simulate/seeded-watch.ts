/** Files of a watch whose wearer has read the safety page and set preferences; written by the app's own code. */
import { hasServices } from 'zepp-watch-simulator/engine/devices';
import type { DeviceModel } from 'zepp-watch-simulator/engine/types';
import type { PlanPreferences } from '../../utils/core/preferences/preference-table.ts';
import { newWearer } from '../../utils/core/preferences/preference-table.ts';
import { defaultRoutine } from '../../utils/core/routine/default-routine.ts';
import { layOutPlan } from '../../utils/core/routine/lay-out-plan.ts';
import { planSummaryOf } from '../../utils/core/routine/plan-summary.ts';
import { applyPreferences } from '../../utils/run/apply-preferences.ts';
import { saveNextPlan } from '../../utils/run/next-plan.ts';
import {
  changePreferences,
  loadPreferences,
  newWatch,
  savePreferences,
} from '../../utils/run/preferences.ts';
import { type HelperConsent, readStoredPreferences } from '../../utils/run/stored-preferences.ts';
import { createTextStore } from '../../utils/run/text-store.ts';

export function usedWatch(
  preferences: Partial<PlanPreferences> = {},
  helper: HelperConsent = 'refused',
): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const put = (name: string, bytes: Uint8Array): boolean => files.set(name, bytes) === files;
  const report = (where: string, sentence: string): void => {
    throw new Error(`${where}: ${sentence}`);
  };
  const store = createTextStore(
    { read: (name) => files.get(name) ?? null, isThere: (name) => files.has(name), write: put, append: put },
    report,
  );
  const chosen = { ...newWearer, ...preferences };
  savePreferences(store, { ...newWatch, safetySeen: true, coachDone: true, cardSeen: true, helper });
  changePreferences(store, preferences);
  applyPreferences(store, report, [0, 0]);
  const plan = layOutPlan(defaultRoutine, chosen);
  const planSummary = plan.ok ? planSummaryOf(plan.value, chosen, defaultRoutine) : null;
  const applied = loadPreferences(store, report);
  if (plan.ok) saveNextPlan(store, readStoredPreferences(store, report), plan.value);
  savePreferences(store, { ...applied, planSummary });
  return files;
}

/** A watch whose wearer has allowed the helper, if the model can have one. */
export function allowingWatch(device?: DeviceModel) {
  const isAsked = device === undefined || hasServices(device);
  return {
    files: usedWatch({}, isAsked ? 'allowed' : 'unsupported'),
    backgroundConsent: 'granted',
  } as const;
}
