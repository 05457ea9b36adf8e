/** The options of the watch: a tap goes on to the next value, always one that the preferences take. */
import { expect, it } from 'vitest';
import {
  outOfRange,
  type PreferenceControl,
  preferenceControls,
} from '../../../utils/core/preferences/preference-rows.ts';
import {
  firstPreferences,
  type PreferenceName,
  type Preferences,
} from '../../../utils/core/preferences/preference-table.ts';
import { controlsFor, helperPhrase, nextStep, optionPhrase } from '../../../utils/core/view/options-view.ts';
import { inLanguage } from '../../support/phrases.ts';

const tapped = (values: Preferences, row: PreferenceControl): Preferences => ({
  ...values,
  ...nextStep(values, row),
});

function rowOf(label: string): PreferenceControl {
  const row = preferenceControls.find(({ control }) => control.watchLabel === label);
  if (row === undefined) throw new Error(`no row ${label}`);
  return row;
}

it.each(preferenceControls.map((row) => [row.control.watchLabel, row] as const))(
  'taps on %s come back to where they began, over values that are in range',
  (_label, row) => {
    const first = tapped(firstPreferences, row);
    let values = first;
    let taps = 0;
    do {
      for (const [name, value] of Object.entries(nextStep(values, row))) {
        expect(outOfRange(name as PreferenceName, value)).toBeNull();
      }
      values = tapped(values, row);
      taps++;
    } while (JSON.stringify(values) !== JSON.stringify(first) && taps < 20);
    expect(taps).toBe(row.control.watchSteps.length);
  },
);

it('a value that only the phone can set goes on to the first', () => {
  expect(nextStep({ ...firstPreferences, lingerS: 45 }, rowOf('options.lingerS'))).toEqual({ lingerS: null });
});

it('a tap on one side’s spots leaves the other side’s alone', () => {
  const values = { ...firstPreferences, spots: { left: 2, right: 3 } };
  expect(nextStep(values, rowOf('options.spotsLeft'))).toEqual({ spots: { left: 3, right: 3 } });
  expect(nextStep(values, rowOf('options.spotsRight'))).toEqual({ spots: { left: 2, right: null } });
});

it.each([
  ['offers', true],
  ['does not offer', false],
])('a watch %s sound where it has a buzzer: %s', (_what, hasBuzzer) => {
  const names = controlsFor(preferenceControls, hasBuzzer).map(({ name }) => name);
  expect(names.includes('sound')).toBe(hasBuzzer);
  expect(names).toHaveLength(preferenceControls.length - (hasBuzzer ? 0 : 1));
});

it('a reminder that is switched off keeps its hour', () => {
  const values = { ...firstPreferences, reminder: { on: true, hour: 20 } };
  expect(nextStep(values, rowOf('options.reminder'))).toEqual({ reminder: { on: false, hour: 20 } });
});

it.each([
  [false, 'Reminder: 18:00'],
  [true, 'Reminder: 6 pm'],
] as const)('with a clock of twelve hours (%s) the reminder says %s', (isTwelveHour, says) => {
  const values = { ...firstPreferences, reminder: { on: true, hour: 18 } };
  expect(inLanguage('en-US', optionPhrase(values, rowOf('options.reminder'), isTwelveHour))).toBe(says);
});

it.each([
  ['options.routine', {}, 'Hip release'],
  ['options.sides', { sides: ['right', 'left'] }, 'Sides: right, left'],
  ['options.kit', { kit: 'hook' }, 'Kit: Hook and ball'],
  ['options.band', { band: false }, 'Band: off'],
  ['options.spotsLeft', {}, 'Left spots: default'],
  ['options.lingerS', { lingerS: 45 }, 'Extra hold: 45 s'],
  ['options.lingerS', { lingerS: 'until-say' }, 'Extra hold: until I tap'],
  ['options.placeS', { placeS: 10 }, 'Extra time: +10 s'],
  ['options.placeS', { placeS: -10 }, 'Extra time: -10 s'],
  ['options.stage', {}, 'Stage: sore'],
] as const)('the row %s with %j says "%s"', (label, over, says) => {
  expect(inLanguage('en-US', optionPhrase({ ...firstPreferences, ...over }, rowOf(label), false))).toBe(says);
});

it.each([
  [true, true, 'Helper: on'],
  [true, false, 'Helper: not allowed yet'],
  [false, true, 'Helper: off'],
  [false, false, 'Helper: off'],
])(
  'the helper’s row, allowed by the wearer: %s, by the watch: %s, says "%s"',
  (isAllowed, isGranted, words) => {
    expect(inLanguage('en-US', helperPhrase(isAllowed, isGranted))).toBe(words);
  },
);
