import { describe, expect, it } from 'vitest';
import { firstPreferences, newWearer } from '../../utils/core/preferences/preference-table.ts';
import { defaultRoutine } from '../../utils/core/routine/default-routine.ts';
import { layOutPlan } from '../../utils/core/routine/lay-out-plan.ts';
import { NEXT_PLAN } from '../../utils/core/stored-names.ts';
import { loadNextPlan, saveNextPlan } from '../../utils/run/next-plan.ts';
import { newWatch, savePreferences } from '../../utils/run/preferences.ts';
import { readStoredPreferences, sessionPreferencesOf } from '../../utils/run/stored-preferences.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';

const { report } = createRecordingReport();
const laidOut = layOutPlan(defaultRoutine, newWearer);
if (!laidOut.ok) throw new Error('no plan');
const plan = laidOut.value;

function storeWithPlan() {
  const store = createTextStore(createMemoryFiles(), report);
  savePreferences(store, newWatch);
  saveNextPlan(store, readStoredPreferences(store, report), plan);
  return store;
}

describe('the plan of the next session', () => {
  it('is read as it was stored', () => {
    const store = storeWithPlan();
    expect(loadNextPlan(store, readStoredPreferences(store, report))).toEqual(plan);
  });

  it('stays valid if only preferences that do not affect it have changed', () => {
    const store = storeWithPlan();
    savePreferences(store, { ...newWatch, strength: 'strong', coachDone: true, quietDay: 3 });
    expect(loadNextPlan(store, readStoredPreferences(store, report))).toEqual(plan);
  });

  it.each([{ lingerS: 30 }, { stage: 'active' }, { routine: 'calf-and-hip-stretch' }] as const)(
    'is invalid if the preferences have changed since: %o',
    (changed) => {
      const store = storeWithPlan();
      savePreferences(store, { ...newWatch, ...changed });
      expect(loadNextPlan(store, readStoredPreferences(store, report))).toBeNull();
    },
  );

  it('is invalid if another version of the routines made it', () => {
    const store = storeWithPlan();
    const text = store.load(NEXT_PLAN);
    store.save(NEXT_PLAN, text.replace(/[0-9a-f]{8}/, 'another1'));
    expect(loadNextPlan(store, readStoredPreferences(store, report))).toBeNull();
  });

  it.each(['', '{', 'null', '[]', '{"plan":1}'])('is invalid if the store has %j', (text) => {
    const store = storeWithPlan();
    store.save(NEXT_PLAN, text);
    expect(loadNextPlan(store, readStoredPreferences(store, report))).toBeNull();
  });
});

it('a session has the preferences of a new watch if nothing is stored', () => {
  const { strength, motor, dimHolds } = firstPreferences;
  const { helper, coachDone } = newWatch;
  const style = { strength, motor };
  expect(sessionPreferencesOf({}, () => true)).toEqual({ style, helper, coachDone, dimHolds });
});

it.each([
  ['has sound where the watch has a buzzer', true, { sound: true, leadIn: 'felt' }],
  ['has none where it has no buzzer', false, { leadIn: 'felt' }],
] as const)('a session of a wearer who wants sound %s', (_what, hasBuzzer, style) => {
  const { style: played } = sessionPreferencesOf({ sound: true, leadIn: 'felt' }, () => hasBuzzer);
  expect(played).toEqual({ strength: 'normal', motor: 'pattern', ...style });
});
