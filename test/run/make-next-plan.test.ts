/** Whatever a wearer chooses, Start finds the plan for it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planFor } from '../../tools/shared/plan-for.ts';
import { NEXT_PLAN } from '../../utils/core/stored-names.ts';
import { applyPreferences } from '../../utils/run/apply-preferences.ts';
import { makeNextPlan } from '../../utils/run/make-next-plan.ts';
import { loadNextPlan } from '../../utils/run/next-plan.ts';
import {
  changePreferences,
  loadPreferences,
  newWatch,
  savePreferences,
} from '../../utils/run/preferences.ts';
import { readStoredPreferences } from '../../utils/run/stored-preferences.ts';
import { createTextStore, type TextStore } from '../../utils/run/text-store.ts';
import { allPlanPreferences, anyPreferences } from '../support/arbitraries.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';

function storeOf(report: (where: string, sentence: string) => void): TextStore {
  const store = createTextStore(createMemoryFiles(), report, () => true);
  savePreferences(store, newWatch);
  return store;
}

it('the stored plan is that of the preferences, for all preferences that have one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...allPlanPreferences), anyPreferences), (chosen) => {
      const { lines, report } = createRecordingReport();
      const store = storeOf(report);
      changePreferences(store, chosen);
      applyPreferences(store, report, [0, 0]);
      fc.pre(makeNextPlan(store, report));
      expect(loadNextPlan(store, readStoredPreferences(store, report))).toEqual(planFor(chosen));
      expect(loadPreferences(store, report)).toMatchObject(chosen);
      expect(lines).toEqual([]);
    }),
  );
});

it('a plan that cannot be read back is reported and counts as none, so that Start does not loop', () => {
  const { lines, report } = createRecordingReport();
  const store = storeOf(report);
  const forgetful = {
    ...store,
    load: (name: Parameters<TextStore['load']>[0]) => (name === NEXT_PLAN ? '' : store.load(name)),
  };
  expect(makeNextPlan(forgetful, report)).toBe(false);
  expect(lines).toEqual(['plan: could not be stored']);
});

it('preferences without a plan are reported, and Start is told that there is none', () => {
  const { lines, report } = createRecordingReport();
  const store = storeOf(report);
  savePreferences(store, { ...newWatch, lingerS: 9_999 });
  expect(makeNextPlan(store, report)).toBe(false);
  expect(lines).toEqual([expect.stringMatching(/^plan: preferences\/lingerS: must be/)]);
});

it('applying preferences writes no text that is empty already', () => {
  const files = createMemoryFiles();
  const store = createTextStore(
    files,
    () => {},
    () => true,
  );
  savePreferences(store, newWatch);
  changePreferences(store, { lingerS: 30 });
  const before = files.writes.length;
  applyPreferences(store, () => {}, [0, 0]);
  const written = new Set(files.writes.slice(before).map(({ name }) => name.replace(/-[abc]$/, '')));
  expect([...written].filter((name) => name.endsWith('-in'))).toEqual(['changes-in']);
});
