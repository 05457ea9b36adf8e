/** What preferences are called where they are chosen, what a new wearer has, and what the document notes besides them. */
import { describe, expect, it } from 'vitest';
import {
  emptyDocument,
  type PreferenceDocument,
  setPreference,
  stageKeptS,
  withStageKept,
} from '../../../utils/core/preferences/document.ts';
import { offerOwn } from '../../../utils/core/preferences/offer-own.ts';
import { ownRoutineOf } from '../../../utils/core/preferences/own-routines.ts';
import { outOfRange, preferenceControls } from '../../../utils/core/preferences/preference-rows.ts';
import { firstPreferences } from '../../../utils/core/preferences/preference-table.ts';
import { fromStored, toStored } from '../../../utils/core/preferences/preferences.ts';
import { defaultRoutine } from '../../../utils/core/routine/default-routine.ts';
import { wallSit } from '../../support/definitions.ts';

const context = { isTwelveHour: false, routine: defaultRoutine, stage: 'sore' } as const;

describe('the row of the routine, on the watch', () => {
  const rowWith = (own: Parameters<typeof offerOwn>[1]) => {
    const row = offerOwn(preferenceControls, own).find(({ name }) => name === 'routine');
    if (row === undefined) throw new Error('no row');
    return row.control;
  };
  const own = ownRoutineOf(wallSit);

  it('offers the wearer’s own after the built-in ones, by its name', () => {
    const steps = rowWith([own]).watchSteps;
    expect(steps).toEqual([...rowWith([]).watchSteps, own.routine.id]);
    expect(rowWith([own]).watchWord(own.routine.id, context)).toEqual({
      key: 'plain',
      values: [wallSit.name],
    });
  });

  it('names the built-in ones as before', () => {
    for (const step of rowWith([]).watchSteps)
      expect(rowWith([own]).watchWord(step, context)).toEqual(rowWith([]).watchWord(step, context));
  });

  it('leaves the other rows alone', () => {
    const others = (rows: typeof preferenceControls) => rows.filter(({ name }) => name !== 'routine');
    expect(others(offerOwn(preferenceControls, [own]))).toEqual(others(preferenceControls));
  });
});

it('the spots of a side are a number on the phone, or as usual', () => {
  for (const { control } of preferenceControls.filter(({ name }) => name === 'spots')) {
    const words = control.phoneSteps.map((step) => control.phoneWord(step, defaultRoutine));
    expect(words.map(({ key, values }) => [key, ...values])).toEqual([
      ['preferences.usual'],
      ...control.phoneSteps.slice(1).map((step) => ['plain', step]),
    ]);
  }
});

it.each(['lingerS', 'beatS'] as const)(
  '%s is called by its seconds on the watch, or by those of the routine',
  (name) => {
    const row = preferenceControls.find((one) => one.name === name);
    if (row === undefined) throw new Error('no row');
    const { watchSteps, watchWord } = row.control;
    const march = defaultRoutine.steps.find(({ kind }) => kind === 'march');
    const usualS = name === 'lingerS' ? defaultRoutine.linger.usualS : march?.kind === 'march' && march.beatS;
    for (const step of watchSteps.filter((one) => typeof one === 'number' || one === null))
      expect(watchWord(step, context).values).toEqual([String(step ?? usualS)]);
  },
);

it('the seconds to get into place are added to the usual ones, so that more has a plus sign', () => {
  const { control } = preferenceControls.find(({ name }) => name === 'placeS') ?? {};
  const words = [-10, 0, 10].map((step) => [
    control?.watchWord(step, context).values[0],
    control?.phoneWord(step, defaultRoutine).values[0],
  ]);
  expect(words).toEqual([
    ['-10', '-10'],
    ['0', '0'],
    ['+10', '+10'],
  ]);
});

it('on the phone a linger is called by its seconds, by the usual ones, or by its word', () => {
  const { control } = preferenceControls.find(({ name }) => name === 'lingerS') ?? {};
  const words = [30, null, 'until-say'].map((step) => control?.phoneWord(step, defaultRoutine));
  expect(words).toEqual([
    { key: 'unit.seconds', values: ['30'] },
    { key: 'preferences.usual-s', values: [defaultRoutine.linger.usualS] },
    { key: expect.stringMatching(/until/), values: [] },
  ]);
});

it('the spots of a side read differently on the watch for each number', () => {
  const { control } = preferenceControls.find(({ name }) => name === 'spots') ?? {};
  const words = [1, 2, 3].map((step) =>
    JSON.stringify(control?.watchWord(step, { ...context, stage: 'active' })),
  );
  expect(new Set(words).size).toBe(3);
});

it('an hour that is chosen switches the reminder on, "off" keeps the hour, and the same step comes back', () => {
  const row = preferenceControls.find(({ name }) => name === 'reminder');
  if (row === undefined) throw new Error('no row');
  const { stepOf, withStep, phoneSteps } = row.control;
  const off = { on: false, hour: 18 };
  expect(withStep(off, 7)).toEqual({ on: true, hour: 7 });
  expect(withStep({ on: true, hour: 7 }, 'off')).toEqual({ on: false, hour: 7 });
  expect(phoneSteps.map((step) => stepOf(withStep(off, step)))).toEqual(phoneSteps);
});

it('stored names stand for what is there, and for nothing else', () => {
  const given = { stage: 'active', kit: 'hook', band: false } as const;
  expect(toStored(given)).toEqual({ phase: 'active', tool: 'hook', band: false });
  expect(toStored({})).toEqual({});
  expect(fromStored({ phase: 'active', tool: 'hook', band: false, of: 'tomorrow' })).toStrictEqual(given);
});

it('a number that is out of range is named as it is', () => {
  expect(outOfRange('placeS', Number.NaN)).toContain('is NaN');
  expect(outOfRange('placeS', 61)).toContain('is 61');
  expect(outOfRange('placeS', '61')).toContain('is "61"');
});

it('nothing notifies a wearer who has not asked for it', () => {
  expect([firstPreferences.reminder.on, firstPreferences.morningQuestion]).toEqual([false, false]);
});

describe('the document', () => {
  it('of a later version stays of that version', () => {
    const later: PreferenceDocument = { version: 7, fields: {} };
    const changed = setPreference(later, 'band', !firstPreferences.band, 'watch');
    expect(changed.ok && changed.value.version).toBe(7);
  });

  it.each([[undefined], [0], [-5], ['1700000000'], [null]])(
    'with %j in place of the time at which a stage was kept has none',
    (value) => {
      const fields = { 'stage-kept': { value, revision: 1, writer: 'watch' as const } };
      expect(stageKeptS(value === undefined ? emptyDocument : { ...emptyDocument, fields })).toBe(0);
    },
  );

  it('notes the last time at which a stage was kept, and the same time once', () => {
    const once = withStageKept(emptyDocument, 1_700_000_000);
    expect([stageKeptS(once), once.fields['stage-kept']?.revision]).toEqual([1_700_000_000, 1]);
    expect(withStageKept(once, 1_700_000_000)).toBe(once);
    const twice = withStageKept(once, 1_700_009_000);
    expect([stageKeptS(twice), twice.fields['stage-kept']?.revision]).toEqual([1_700_009_000, 2]);
  });
});
