/** The options of the watch: a tap goes on to the next value, which the preferences always accept. */
import { expect, it } from 'vitest';
import {
  outOfRange,
  type PreferenceControl,
  preferenceControls,
} from '../../../utils/core/preferences/preference-rows.ts';
import {
  firstPreferences,
  OPTION_GROUPS,
  type PreferenceName,
  type Preferences,
} from '../../../utils/core/preferences/preference-table.ts';
import { findRoutine } from '../../../utils/core/routine/find-routine.ts';
import {
  controlsFor,
  helperRow,
  nextStep,
  type OptionsContext,
  optionRow,
} from '../../../utils/core/view/options-view.ts';
import { inLanguage } from '../../support/phrases.ts';

const contextOf = ({ routine }: Preferences, isTwelveHour = false): OptionsContext => ({
  isTwelveHour,
  routine: findRoutine(routine),
});
const next = (values: Preferences, row: PreferenceControl): Partial<Preferences> =>
  nextStep(values, row, contextOf(values));
const tapped = (values: Preferences, row: PreferenceControl): Preferences => ({
  ...values,
  ...next(values, row),
});
/** "Label: value (what it means)". */
function said(values: Preferences, row: PreferenceControl, isTwelveHour = false): string {
  const { label, value, means } = optionRow(values, row, contextOf(values, isTwelveHour));
  const [name, shown, line] = [label, value, means].map((words) => inLanguage('en-US', words));
  return `${name}: ${shown} (${line})`;
}
const shownValue = (values: Preferences, row: PreferenceControl): string =>
  inLanguage('en-US', optionRow(values, row, contextOf(values)).value);

function rowOf(label: string): PreferenceControl {
  const row = preferenceControls.find(({ control }) => control.watchLabel === label);
  if (row === undefined) throw new Error(`no row ${label}`);
  return row;
}

/** Spots can be chosen at this stage; at the sore one the routine sets them. */
const active: Preferences = { ...firstPreferences, stage: 'active' };

it.each(preferenceControls.map((row) => [row.control.watchLabel, row] as const))(
  'taps on %s lead through values that are in range and read differently, and back to the first',
  (_label, row) => {
    const first = tapped(active, row);
    const read: string[] = [];
    let values = first;
    do {
      for (const [name, value] of Object.entries(next(values, row))) {
        expect(outOfRange(name as PreferenceName, value)).toBeNull();
      }
      read.push(shownValue(values, row));
      values = tapped(values, row);
    } while (JSON.stringify(values) !== JSON.stringify(first) && read.length < 20);
    expect(read.length).toBeGreaterThan(1);
    expect(read.length).toBeLessThan(20);
    expect(new Set(read).size).toBe(read.length);
  },
);

it('a value that only the phone can set goes on to the first', () => {
  expect(next({ ...firstPreferences, lingerS: 45 }, rowOf('options.lingerS'))).toEqual({ lingerS: null });
});

it('a choice that equals the routine’s own number is left to the routine, so no tap shows the same value twice', () => {
  const row = rowOf('options.beatS');
  expect(next({ ...firstPreferences, beatS: 3 }, row)).toEqual({ beatS: 5 });
  expect(next({ ...firstPreferences, beatS: 4 }, row)).toEqual({ beatS: 2 });
});

it('a tap on one side’s spots does not change the other side’s', () => {
  const values = { ...active, spots: { left: 2, right: 3 } };
  expect(next(values, rowOf('options.spotsLeft'))).toEqual({ spots: { left: 3, right: 3 } });
  expect(next(values, rowOf('options.spotsRight'))).toEqual({ spots: { left: 2, right: null } });
});

it('in the sore stage the routine sets the spots, so a tap changes nothing, and the row says so', () => {
  const values = { ...firstPreferences, spots: { left: 3, right: null } };
  expect(next(values, rowOf('options.spotsLeft'))).toEqual({});
  expect(said(values, rowOf('options.spotsLeft'))).toBe(
    'Spots, left: Front 1, Back 1 (Set by the sore stage)',
  );
});

it.each([
  ['offers', true],
  ['does not offer', false],
])('a watch %s sound if it has a buzzer: %s', (_what, hasBuzzer) => {
  const names = controlsFor(preferenceControls, hasBuzzer).map(({ name }) => name);
  expect(names.includes('sound')).toBe(hasBuzzer);
  expect(names).toHaveLength(preferenceControls.length - (hasBuzzer ? 0 : 1));
});

it('a reminder that is switched off keeps its hour', () => {
  const values = { ...firstPreferences, reminder: { on: true, hour: 20 } };
  expect(next(values, rowOf('options.reminder'))).toEqual({ reminder: { on: false, hour: 20 } });
});

it.each([
  [false, 'Reminder: 18:00 (On the first good day)'],
  [true, 'Reminder: 6:00 pm (On the first good day)'],
] as const)('with a 12-hour clock (%s) the reminder says %s', (isTwelveHour, says) => {
  const values = { ...firstPreferences, reminder: { on: true, hour: 18 } };
  expect(said(values, rowOf('options.reminder'), isTwelveHour)).toBe(says);
});

it.each([
  ['options.routine', {}, 'Routine: Hip release (What a session is made of)'],
  ['options.sides', { sides: ['right', 'left'] }, 'Sides: Right, then left (Which hips, in which order)'],
  ['options.kit', { kit: 'hook' }, 'Kit: Hook and ball (What presses on the spot)'],
  ['options.band', { band: false }, 'Mini band: Off (With it, a march comes last)'],
  ['options.spotsLeft', { stage: 'active' }, 'Spots, left: Front 1, Back 2 (How many on this side)'],
  ['options.lingerS', {}, 'Extra hold: 15 s (After the minimum)'],
  ['options.lingerS', { routine: 'calf-and-hip-stretch' }, 'Extra hold: 5 s (After the minimum)'],
  ['options.lingerS', { lingerS: 45 }, 'Extra hold: 45 s (After the minimum)'],
  ['options.lingerS', { lingerS: 'until-say' }, 'Extra hold: Until I tap (After the minimum)'],
  ['options.beatS', {}, 'One lift: 4 s (The pace of the march)'],
  ['options.beatS', { routine: 'calf-and-hip-stretch' }, 'One lift: None (The pace of the march)'],
  ['options.placeS', { placeS: 10 }, 'Extra time: +10 s (To get into place)'],
  ['options.placeS', { placeS: -10 }, 'Extra time: -10 s (To get into place)'],
  ['options.stage', {}, 'Stage: Sore (While it hurts: few spots)'],
  ['options.stage', { stage: 'maintenance' }, 'Stage: Maintenance (Once it is calm: less often)'],
] as const)('the row %s with %j says "%s"', (label, over, says) => {
  expect(said({ ...firstPreferences, ...over }, rowOf(label))).toBe(says);
});

it('every group of the options has a heading, and a row under it', () => {
  const names = preferenceControls.map(({ name }) => name);
  expect(Object.keys(OPTION_GROUPS).filter((name) => !names.includes(name as PreferenceName))).toEqual([]);
  expect(OPTION_GROUPS[preferenceControls[0]?.name as PreferenceName]).toBeDefined();
});

it.each([
  [true, true, 'On (Gives cues in the dark)'],
  [true, false, 'Not granted yet (The watch has not granted it)'],
  [false, true, 'Off (A dark screen ends the cues)'],
  [false, false, 'Off (A dark screen ends the cues)'],
])(
  'the helper’s row, allowed by the wearer: %s, by the watch: %s, says "%s"',
  (isAllowed, isGranted, words) => {
    const { value, means } = helperRow(isAllowed, isGranted);
    expect(`${inLanguage('en-US', value)} (${inLanguage('en-US', means)})`).toBe(words);
  },
);
