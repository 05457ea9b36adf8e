/** A preference is the same everywhere: document, texts and offers follow from the table. */
import { expect, it } from 'vitest';
import { withPreferences } from '../../tools/generate/preferences-table.ts';
import { outOfRange, preferenceControls } from '../../utils/core/preferences/preference-rows.ts';
import { firstPreferences } from '../../utils/core/preferences/preference-table.ts';
import { preferenceNames, storedName } from '../../utils/core/preferences/preferences.ts';
import { findRoutine } from '../../utils/core/routine/find-routine.ts';
import { locales, phoneTexts } from '../../utils/core/text/catalogues.ts';
import type { PhraseOf } from '../../utils/core/text/phrase.ts';
import { watchTexts } from '../../utils/core/text/watch-catalogues.ts';
import { textOf } from './sources.ts';

it('the table in docs/preferences.md is what `npm run fix` makes of the code', () => {
  const text = textOf('docs/preferences.md');
  expect(withPreferences(text)).toBe(text);
});

it('every preference is stored under its own name', () => {
  expect(new Set(preferenceNames.map(storedName)).size).toBe(preferenceNames.length);
});

it.each(preferenceNames)('%s has a default that it accepts', (name) => {
  expect(outOfRange(name, firstPreferences[name])).toBeNull();
});

const routine = findRoutine(firstPreferences.routine);
const context = { routine, stage: firstPreferences.stage, isTwelveHour: true };
const rows = preferenceControls.map((row) => [row.control.watchLabel, row] as const);

it.each(rows)(
  '%s offers on watch and phone only what the preference accepts',
  (_label, { name, control }) => {
    for (const step of [...control.watchSteps, ...control.phoneSteps]) {
      expect(outOfRange(name, control.withStep(firstPreferences[name], step))).toBeNull();
    }
  },
);

it.each(rows)('%s is read back as the step that was chosen', (_label, { name, control }) => {
  for (const step of [...control.watchSteps, ...control.phoneSteps]) {
    expect(control.stepOf(control.withStep(firstPreferences[name], step))).toEqual(step);
  }
});

const keysOf = ({ key, values }: PhraseOf<string>): readonly string[] => [
  key,
  ...values.flatMap((value) => (typeof value === 'object' ? keysOf(value) : [])),
];

it.each(rows)('%s has its words on the watch in every language', (label, { control }) => {
  const words = control.watchSteps.flatMap((step) => keysOf(control.watchWord(step, context)));
  const means = control.watchSteps.flatMap((step) => keysOf(control.watchMeans(step, context)));
  for (const key of [label, ...words, ...means]) {
    for (const locale of locales) expect(watchTexts[locale]).toHaveProperty([key]);
  }
});

it.each(rows)('%s has its words on the phone in every language', (_label, { control }) => {
  const words = control.phoneSteps.flatMap((step) => keysOf(control.phoneWord(step, routine)));
  for (const key of [...keysOf(control.phoneLabel), ...words]) {
    for (const locale of locales) expect(phoneTexts[locale]).toHaveProperty([key]);
  }
});
