/** The options of the watch: a tap goes on to the next value, always one that the preferences take. */
import { expect, it } from 'vitest';
import { firstPreferences, type PreferenceName } from '../../../utils/core/preferences/preferences.ts';
import { ranges } from '../../../utils/core/preferences/ranges.ts';
import {
  nextChoice,
  type OptionName,
  type OptionValues,
  optionNames,
  shownChoice,
} from '../../../utils/core/view/options-view.ts';
import { inLanguage } from '../../support/phrases.ts';

const tapped = (values: OptionValues, name: OptionName): OptionValues => ({
  ...values,
  ...nextChoice(values, name),
});

it.each(optionNames)('taps on %s come back to where they began, over values that are in range', (name) => {
  const first = tapped(firstPreferences, name);
  let values = first;
  let taps = 0;
  do {
    for (const [field, value] of Object.entries(nextChoice(values, name))) {
      expect(ranges[field as PreferenceName].accepts(value)).toBe(true);
    }
    values = tapped(values, name);
    taps++;
  } while (JSON.stringify(values) !== JSON.stringify(first) && taps < 20);
  expect(taps).toBeLessThan(20);
});

it('a value that only the phone can set goes on to the first', () => {
  expect(nextChoice({ ...firstPreferences, lingerS: 45 }, 'lingerS')).toEqual({ lingerS: null });
});

it('a tap on one side’s spots leaves the other side’s alone', () => {
  const values = { ...firstPreferences, spots: { left: 2, right: 3 } };
  expect(nextChoice(values, 'spotsLeft')).toEqual({ spots: { left: 3, right: 3 } });
  expect(nextChoice(values, 'spotsRight')).toEqual({ spots: { left: 2, right: null } });
});

it('a reminder that is switched off keeps its hour', () => {
  const values = { ...firstPreferences, reminder: { on: true, hour: 20 } };
  expect(nextChoice(values, 'reminder')).toEqual({ reminder: { on: false, hour: 20 } });
});

it.each([
  [false, '18:00'],
  [true, '6 pm'],
] as const)('with a clock of twelve hours (%s) the reminder says %s', (isTwelve, says) => {
  const values = { ...firstPreferences, reminder: { on: true, hour: 18 } };
  expect(inLanguage('en-US', shownChoice(values, 'reminder', isTwelve))).toBe(says);
});
