/** The options of the watch: their order, what each shows, and what a tap makes of it. Ranges are the preferences' own. */

import type { Preferences } from '../preferences/preferences.ts';
import { routineIds } from '../routine/built-in.ts';
import { hourPhrase } from '../schedule/next-phrase.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import type { WatchKey } from '../text/watch-en.ts';

/** What the watch lets its wearer change; the phone has the rest. */
export type OptionValues = Pick<
  Preferences,
  | 'routine'
  | 'sides'
  | 'kit'
  | 'band'
  | 'spots'
  | 'lingerS'
  | 'beatS'
  | 'placeS'
  | 'stage'
  | 'strength'
  | 'reminder'
  | 'morningQuestion'
>;

export const optionNames = [
  'routine',
  'sides',
  'kit',
  'band',
  'spotsLeft',
  'spotsRight',
  'lingerS',
  'beatS',
  'placeS',
  'stage',
  'strength',
  'reminder',
  'morningQuestion',
] as const;

export type OptionName = (typeof optionNames)[number];

/** The values that a row steps through, as the preferences keep them. */
const STEPS: Readonly<Record<OptionName, readonly unknown[]>> = {
  routine: routineIds,
  sides: [['left', 'right'], ['right', 'left'], ['left'], ['right']],
  kit: ['ball', 'hook'],
  band: [true, false],
  spotsLeft: [null, 1, 2, 3],
  spotsRight: [null, 1, 2, 3],
  lingerS: [null, 10, 30, 60, 120, 'until-say'],
  beatS: [null, 2, 3, 4, 5, 6, 8],
  placeS: [0, 10, 20, 30, 60, -10],
  stage: ['sore', 'active', 'maintenance'],
  strength: ['gentle', 'normal', 'strong'],
  reminder: [-1, 7, 9, 12, 16, 18, 20],
  morningQuestion: [false, true],
};

/** The change that a tap on `name` makes. */
export function nextChoice(values: OptionValues, name: OptionName): Partial<OptionValues> {
  const steps = STEPS[name];
  const here = JSON.stringify(chosen(values, name));
  // A value between the steps, set on the phone, goes on to the first.
  const next = steps[(steps.findIndex((step) => JSON.stringify(step) === here) + 1) % steps.length];
  if (name === 'spotsLeft') return { spots: { left: next as number | null, right: values.spots.right } };
  if (name === 'spotsRight') return { spots: { left: values.spots.left, right: next as number | null } };
  if (name === 'reminder') {
    const hour = next as number;
    return { reminder: hour < 0 ? { on: false, hour: values.reminder.hour } : { on: true, hour } };
  }
  return { [name]: next };
}

/** What the row of `name` says. */
export function shownChoice(values: OptionValues, name: OptionName, isTwelve: boolean): Phrase {
  const value = chosen(values, name);
  if (name === 'routine') return phrase(`routine.${value as string}`);
  if (name === 'reminder')
    return value === -1 ? phrase('options.off') : hourPhrase(value as number, isTwelve);
  if (value === null) return phrase('options.usual');
  if (value === true || value === false) return phrase(value ? 'options.on' : 'options.off');
  if (name === 'sides') return phrase(`options.${values.sides.join('-')}` as WatchKey);
  if (name === 'kit') return phrase(`setup.${values.kit}`);
  if (typeof value === 'number') {
    const isCount = name === 'spotsLeft' || name === 'spotsRight';
    const sign = name === 'placeS' && value > 0 ? '+' : '';
    return isCount ? phrase('options.plain', value) : phrase('options.seconds', `${sign}${value}`);
  }
  return phrase(`options.${value}` as WatchKey);
}

function chosen(values: OptionValues, name: OptionName): unknown {
  if (name === 'spotsLeft') return values.spots.left;
  if (name === 'spotsRight') return values.spots.right;
  if (name === 'reminder') return values.reminder.on ? values.reminder.hour : -1;
  return values[name];
}
