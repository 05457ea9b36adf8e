/** The wearer's own routines on the watch: taken from the document that the phone sends, offered, planned, and logged by name. */
import { describe, expect, it } from 'vitest';
import { emptyDocument, formatPreferences, setPreference } from '../../utils/core/preferences/document.ts';
import { withRoutineCodes } from '../../utils/core/preferences/own-routines.ts';
import type { RoutineDefinition } from '../../utils/core/routine/definition.ts';
import { nextRoutine } from '../../utils/core/routine/find-routine.ts';
import { ownId } from '../../utils/core/routine/own-routine.ts';
import type { Plan } from '../../utils/core/routine/plan.ts';
import { encodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { decodeSnapshot, encodeSnapshot } from '../../utils/core/session/snapshot.ts';
import { startSession } from '../../utils/core/session/transitions.ts';
import { OWN_ROUTINES, PREFERENCES_FROM_PHONE } from '../../utils/core/stored-names.ts';
import { applyPreferences } from '../../utils/run/apply-preferences.ts';
import { makeNextPlan } from '../../utils/run/make-next-plan.ts';
import { loadNextPlan } from '../../utils/run/next-plan.ts';
import {
  isSafetyUnread,
  loadOwnRoutines,
  noteSafetyRead,
  saveOwnRoutines,
} from '../../utils/run/own-routines.ts';
import {
  changePreferences,
  loadPreferences,
  newWatch,
  savePreferences,
} from '../../utils/run/preferences.ts';
import { readStoredPreferences } from '../../utils/run/stored-preferences.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { usualStyle } from '../support/cue-style.ts';
import { hipDefinition, wallSit } from '../support/definitions.ts';
import { MONDAY_MS } from '../support/manual-clock.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';

const HIP = ownId(hipDefinition);
const SIT = ownId(wallSit);

it('an empty list of routines is an empty text', () => {
  const store = createTextStore(createMemoryFiles(), () => {});
  expect([saveOwnRoutines(store, []), store.load(OWN_ROUTINES)]).toEqual([true, '']);
});

/** A watch, with what the phone sends it each time. */
function createWatch() {
  const { lines, report } = createRecordingReport();
  const contents = new Map<string, Uint8Array>();
  const open = () => createTextStore(createMemoryFiles(contents), report);
  let document = emptyDocument;
  savePreferences(open(), newWatch);
  return {
    lines,
    open,
    /** Lets the phone send these codes and this choice, and the watch apply them in another life. */
    take(codes: readonly string[], routine: string) {
      const chosen = setPreference(withRoutineCodes(document, codes), 'routine', routine, 'phone');
      if (chosen.ok) document = chosen.value;
      open().save(PREFERENCES_FROM_PHONE, formatPreferences(document));
      applyPreferences(open(), report, [20_000, 12]);
      return makeNextPlan(open(), report);
    },
    plan(): Plan | null {
      return loadNextPlan(open(), readStoredPreferences(open(), report));
    },
    own: () => loadOwnRoutines(open()),
    routine: () => loadPreferences(open(), report).routine,
    change(lingerS: number) {
      changePreferences(open(), { lingerS });
      applyPreferences(open(), report, [20_000, 12]);
      return makeNextPlan(open(), report);
    },
  };
}

const codesOf = (...definitions: readonly RoutineDefinition[]): readonly string[] =>
  definitions.map(encodeRoutine);

describe('own routines', () => {
  it('come with the preferences, are listed after the built-in ones, and are planned with their own words', () => {
    const watch = createWatch();
    expect(watch.take(codesOf(hipDefinition, wallSit), SIT)).toBe(true);
    expect(watch.own().map(({ name }) => name)).toEqual(['My hip release', 'Café à deux']);
    expect(nextRoutine('hip-release', watch.own())).toBe(HIP);
    expect(nextRoutine(HIP, watch.own())).toBe(SIT);
    expect(nextRoutine(SIT, watch.own())).toBe('calf-and-hip-stretch');
    const plan = watch.plan();
    expect(plan?.routine).toBe(SIT);
    expect(plan?.slots.map(({ side, positionS }) => [side, positionS])).toEqual([
      ['right', 30],
      ...Array(4).fill(['right', 60]),
    ]);
    expect(plan?.lines?.[0]?.lines).toEqual([
      '靠墙静蹲',
      '背靠墙，',
      '慢慢下蹲到大腿与地面平行，',
      '膝盖不要超过脚尖，',
      '保持均匀呼吸。',
    ]);
    expect(watch.lines).toEqual([]);
  });

  it('an open session keeps its words through a restart, whatever happens to the routine', () => {
    const watch = createWatch();
    watch.take(codesOf(wallSit), SIT);
    const plan = watch.plan();
    if (plan === null) throw new Error('no plan');
    const text = encodeSnapshot(startSession(plan, MONDAY_MS, 0, usualStyle)[0], 0);
    expect(text).toMatch(/^[ -~]+$/);
    watch.take([], SIT);
    expect(decodeSnapshot(text)).toMatchObject({
      ok: true,
      value: { state: { plan: { lines: plan.lines } } },
    });
  });

  it('a removed routine gives way to the built-in one, and is the chosen one again when it comes back', () => {
    const watch = createWatch();
    watch.take(codesOf(wallSit), SIT);
    watch.take([], SIT);
    expect([watch.routine(), watch.plan()?.routine, watch.own()]).toEqual(['hip-release', 'hip-release', []]);
    watch.take(codesOf(wallSit), SIT);
    expect([watch.routine(), watch.plan()?.routine]).toEqual([SIT, SIT]);
  });

  it('a higher version of a routine is planned in the place of the lower one', () => {
    const watch = createWatch();
    watch.take(codesOf(wallSit), SIT);
    watch.take(codesOf({ ...wallSit, version: 2, positionsS: { ...wallSit.positionsS, first: 12 } }), SIT);
    expect(watch.plan()).toMatchObject({
      routine: SIT,
      routineVersion: 2,
      slots: [{ positionS: 12 }, {}, {}, {}, {}],
    });
  });

  it('an unusable code is reported with its place, and costs no other', () => {
    const watch = createWatch();
    const broken = encodeRoutine(hipDefinition).replace('N', 'n');
    watch.take([broken, ...codesOf(wallSit)], SIT);
    expect(watch.own().map(({ name }) => name)).toEqual(['Café à deux']);
    expect(watch.lines).toEqual([
      'config: routines/0/code/changed: a letter of the code has changed on the way',
    ]);
  });

  it('the author’s safety text is shown once, and again if it has changed or the routine was removed in between', () => {
    const watch = createWatch();
    const isUnread = (id: string): boolean => isSafetyUnread(watch.open(), id);
    watch.take(codesOf(hipDefinition, wallSit), HIP);
    expect([HIP, SIT, 'hip-release', 'own-00000000'].map(isUnread)).toEqual([true, false, false, false]);
    noteSafetyRead(watch.open(), HIP);
    expect(isUnread(HIP)).toBe(false);
    watch.take(codesOf({ ...hipDefinition, version: 4 }), HIP);
    expect(isUnread(HIP)).toBe(false);
    watch.take(codesOf({ ...hipDefinition, version: 5, safety: 'Not with a fresh injury.' }), HIP);
    expect(isUnread(HIP)).toBe(true);
    noteSafetyRead(watch.open(), HIP);
    watch.take([], HIP);
    watch.take(codesOf({ ...hipDefinition, version: 5, safety: 'Not with a fresh injury.' }), HIP);
    expect(isUnread(HIP)).toBe(true);
    expect(watch.lines).toEqual([]);
  });

  it('the safety text of one routine is still to be read after that of another, even if both say the same', () => {
    const watch = createWatch();
    const other = { ...wallSit, safety: hipDefinition.safety };
    watch.take(codesOf(hipDefinition, other), HIP);
    noteSafetyRead(watch.open(), HIP);
    watch.take(codesOf({ ...hipDefinition, version: 4 }, other), HIP);
    expect([HIP, SIT].map((id) => isSafetyUnread(watch.open(), id))).toEqual([false, true]);
  });

  it('that could not be stored wait for the next time', () => {
    const files = createMemoryFiles();
    const { report } = createRecordingReport();
    const store = createTextStore(files, report);
    savePreferences(store, newWatch);
    store.save(PREFERENCES_FROM_PHONE, formatPreferences(withRoutineCodes(emptyDocument, codesOf(wallSit))));
    files.fault = { kind: 'refuses', only: OWN_ROUTINES };
    applyPreferences(store, report, [20_000, 12]);
    expect(store.load(PREFERENCES_FROM_PHONE)).not.toBe('');
  });

  it('foreign codes of every shape leave the built-in routines', () => {
    for (const codes of [null, 7, 'x', {}, [7], ['x'.repeat(3_000)], Array(6).fill('iliacus1-'), [['']]]) {
      const watch = createWatch();
      watch.take(codes as never, SIT);
      expect([watch.own(), watch.routine()]).toEqual([[], 'hip-release']);
      expect(watch.plan()?.routine).toBe('hip-release');
    }
  });

  it('a stored routine with impossible numbers is reported, and the built-in one is planned', () => {
    const watch = createWatch();
    watch.take(codesOf(wallSit), SIT);
    const spoilt = watch
      .own()
      .map((own) => ({ ...own, routine: { ...own.routine, linger: { ...own.routine.linger, usualS: -5 } } }));
    saveOwnRoutines(watch.open(), spoilt);
    const { lines, report } = createRecordingReport();
    expect(makeNextPlan(watch.open(), report)).toBe(true);
    expect(watch.plan()?.routine).toBe('hip-release');
    expect(lines).toEqual([expect.stringMatching(/^plan: /)]);
  });

  it('a time to linger that the routine does not allow is limited to its range', () => {
    const watch = createWatch();
    watch.take(codesOf(wallSit), SIT);
    expect(watch.change(60)).toBe(true);
    expect(watch.plan()?.slots[0]).toMatchObject({ lingerS: 5 });
  });

  it.each(['null', '7', '[7]', '[{"name":"x","routine":{"id":"own-00000000","steps":[]}}]', '[{"name":7}]'])(
    'if %s is in their place, they are reported and left out',
    (text) => {
      const watch = createWatch();
      watch.open().save(OWN_ROUTINES, text);
      expect(watch.own()).toEqual([]);
      expect(watch.lines).toEqual(['routines: is not readable and is not used']);
    },
  );
});
