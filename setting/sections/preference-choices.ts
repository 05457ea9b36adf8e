/** The preferences as lists to choose from: which values each field offers, and how a chosen text becomes a value. */

import type { PreferenceName, Preferences } from '../../utils/core/preferences/preferences.ts';
import { routineIds } from '../../utils/core/routine/built-in.ts';
import type { Routine } from '../../utils/core/routine/routine.ts';
import { type PhonePhrase, phrase } from '../../utils/core/text/phone-phrase.ts';

/** A field and its new value, of the same field. */
export type Change = {
  readonly [Name in PreferenceName]: { readonly name: Name; readonly value: Preferences[Name] };
}[PreferenceName];

export interface Choice {
  readonly name: PreferenceName;
  readonly label: PhonePhrase;
  readonly options: readonly { readonly name: PhonePhrase; readonly value: string }[];
  /** The option that is chosen. */
  readonly read: (preferences: Preferences) => string;
  /** The change that an option means; null for a text that is none of the options. */
  readonly write: (preferences: Preferences, text: string) => Change | null;
}

interface Option<Name extends PreferenceName> {
  readonly name: PhonePhrase;
  readonly value: Preferences[Name];
}

const seconds = (value: number): PhonePhrase => phrase('unit.seconds', value);
const plus = (value: number): PhonePhrase => phrase('unit.seconds', value > 0 ? `+${value}` : value);

/** A field whose every value is one option. */
function choice<Name extends PreferenceName>(
  name: Name,
  label: PhonePhrase,
  options: readonly Option<Name>[],
): Choice {
  const part = (preferences: Preferences): string => JSON.stringify(preferences[name]);
  return {
    name,
    label,
    options: options.map((option) => ({ name: option.name, value: JSON.stringify(option.value) })),
    read: part,
    write: (_, text) => {
      const found = options.find((option) => JSON.stringify(option.value) === text);
      return found === undefined ? null : ({ name, value: found.value } as Change);
    },
  };
}

/** The spots of one side; the other side's stay. */
function spots(side: 'left' | 'right'): Choice {
  const values = [null, 1, 2, 3];
  return {
    name: 'spots',
    label: phrase('preferences.spots', phrase(`phone.side.${side}`)),
    options: values.map((value) => ({
      name: value === null ? phrase('preferences.usual') : phrase('plain', value),
      value: String(value),
    })),
    read: (preferences) => String(preferences.spots[side]),
    write: (preferences, text) => {
      const value = values.find((one) => String(one) === text);
      if (value === undefined) return null;
      return { name: 'spots', value: { ...preferences.spots, [side]: value } };
    },
  };
}

const onOff = (value: boolean): PhonePhrase => phrase(value ? 'unit.on' : 'unit.off');

/** Never, or the hour; switched off, the hour that was chosen is kept. */
const reminder: Choice = {
  name: 'reminder',
  label: phrase('preferences.reminder'),
  options: [
    { name: onOff(false), value: 'off' },
    ...Array.from({ length: 24 }, (_, hour) => ({ name: phrase('unit.hour', hour), value: String(hour) })),
  ],
  read: ({ reminder: { on, hour } }) => (on ? String(hour) : 'off'),
  write: ({ reminder: { hour } }, text) => {
    if (text === 'off') return { name: 'reminder', value: { on: false, hour } };
    return /^\d+$/.test(text) ? { name: 'reminder', value: { on: true, hour: Number(text) } } : null;
  },
};

const routine = choice(
  'routine',
  phrase('preferences.routine'),
  routineIds.map((value) => ({ name: phrase(`phone.routine.${value}`), value })),
);

/** Every choice, with the seconds that are usual in `routine`. */
export function choicesFor({ linger: { usualS } }: Routine): readonly Choice[] {
  return [routine, ...BEFORE_LINGER, lingerChoice(usualS), ...AFTER_LINGER];
}

const BEFORE_LINGER: readonly Choice[] = [
  choice(
    'stage',
    phrase('preferences.stage'),
    (['sore', 'active', 'maintenance'] as const).map((value) => ({ name: phrase(`stage.${value}`), value })),
  ),
  choice(
    'kit',
    phrase('preferences.kit'),
    (['ball', 'hook'] as const).map((value) => ({ name: phrase(`kit.${value}`), value })),
  ),
  choice(
    'band',
    phrase('preferences.band'),
    [true, false].map((value) => ({ name: onOff(value), value })),
  ),
  choice(
    'sides',
    phrase('preferences.sides'),
    ([['left', 'right'], ['right', 'left'], ['left'], ['right']] as const).map((value) => ({
      name: phrase(`sides.${value.join('-') as 'left-right' | 'right-left' | 'left' | 'right'}`),
      value,
    })),
  ),
  spots('left'),
  spots('right'),
];

function lingerChoice(usualS: number): Choice {
  return choice('lingerS', phrase('preferences.linger'), [
    { name: phrase('preferences.usual-s', usualS), value: null },
    ...[10, 15, 20, 30, 45, 60, 90, 120].map((value) => ({ name: seconds(value), value })),
    { name: phrase('preferences.until-say'), value: 'until-say' },
  ]);
}

const AFTER_LINGER: readonly Choice[] = [
  choice('beatS', phrase('preferences.beat'), [
    { name: phrase('preferences.usual'), value: null },
    ...[2, 3, 4, 5, 6, 7, 8].map((value) => ({ name: seconds(value), value })),
  ]),
  choice(
    'placeS',
    phrase('preferences.place'),
    [-10, -5, 0, 5, 10, 20, 30, 45, 60].map((value) => ({ name: plus(value), value })),
  ),
  choice(
    'strength',
    phrase('preferences.strength'),
    (['gentle', 'normal', 'strong'] as const).map((value) => ({ name: phrase(`strength.${value}`), value })),
  ),
  reminder,
  choice(
    'morningQuestion',
    phrase('preferences.morning'),
    [true, false].map((value) => ({ name: onOff(value), value })),
  ),
];
