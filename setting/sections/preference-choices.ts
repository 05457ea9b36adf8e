/** The preferences as lists to choose from: which values each field offers, and how a chosen text becomes a value. */

import type { PreferenceName, Preferences } from '../../utils/core/preferences/preferences.ts';
import { routineIds } from '../../utils/core/routine/built-in.ts';
import type { Routine } from '../../utils/core/routine/routine.ts';
import { type PhonePhrase, say } from '../../utils/core/text/phone-phrase.ts';

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

const seconds = (value: number): PhonePhrase => say('unit.seconds', value);
const plus = (value: number): PhonePhrase => say('unit.seconds', value > 0 ? `+${value}` : value);

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
    label: say('preferences.spots', say(`phone.side.${side}`)),
    options: values.map((value) => ({
      name: value === null ? say('preferences.usual') : say('plain', value),
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

const onOff = (value: boolean): PhonePhrase => say(value ? 'unit.on' : 'unit.off');

/** Never, or the hour; switched off, the hour that was chosen is kept. */
const reminder: Choice = {
  name: 'reminder',
  label: say('preferences.reminder'),
  options: [
    { name: onOff(false), value: 'off' },
    ...Array.from({ length: 24 }, (_, hour) => ({ name: say('unit.hour', hour), value: String(hour) })),
  ],
  read: ({ reminder: { on, hour } }) => (on ? String(hour) : 'off'),
  write: ({ reminder: { hour } }, text) => {
    if (text === 'off') return { name: 'reminder', value: { on: false, hour } };
    return /^\d+$/.test(text) ? { name: 'reminder', value: { on: true, hour: Number(text) } } : null;
  },
};

const routine = choice(
  'routine',
  say('preferences.routine'),
  routineIds.map((value) => ({ name: say(`phone.routine.${value}`), value })),
);

/** Every choice, with the seconds that are usual in `routine`. */
export function choicesFor({ linger: { usualS } }: Routine): readonly Choice[] {
  return [routine, ...BEFORE_LINGER, lingerChoice(usualS), ...AFTER_LINGER];
}

const BEFORE_LINGER: readonly Choice[] = [
  choice(
    'phase',
    say('preferences.phase'),
    (['sore', 'active', 'maintenance'] as const).map((value) => ({ name: say(`phase.${value}`), value })),
  ),
  choice(
    'tool',
    say('preferences.tool'),
    (['ball', 'hook'] as const).map((value) => ({ name: say(`tool.${value}`), value })),
  ),
  choice(
    'band',
    say('preferences.band'),
    [true, false].map((value) => ({ name: onOff(value), value })),
  ),
  choice(
    'sides',
    say('preferences.sides'),
    ([['left', 'right'], ['right', 'left'], ['left'], ['right']] as const).map((value) => ({
      name: say(`sides.${value.join('-') as 'left-right' | 'right-left' | 'left' | 'right'}`),
      value,
    })),
  ),
  spots('left'),
  spots('right'),
];

function lingerChoice(usualS: number): Choice {
  return choice('lingerS', say('preferences.linger'), [
    { name: say('preferences.usual-s', usualS), value: null },
    ...[10, 15, 20, 30, 45, 60, 90, 120].map((value) => ({ name: seconds(value), value })),
    { name: say('preferences.until-say'), value: 'until-say' },
  ]);
}

const AFTER_LINGER: readonly Choice[] = [
  choice('beatS', say('preferences.beat'), [
    { name: say('preferences.usual'), value: null },
    ...[2, 3, 4, 5, 6, 7, 8].map((value) => ({ name: seconds(value), value })),
  ]),
  choice(
    'placeS',
    say('preferences.place'),
    [-10, -5, 0, 5, 10, 20, 30, 45, 60].map((value) => ({ name: plus(value), value })),
  ),
  choice(
    'strength',
    say('preferences.strength'),
    (['gentle', 'normal', 'strong'] as const).map((value) => ({ name: say(`strength.${value}`), value })),
  ),
  reminder,
  choice(
    'morningQuestion',
    say('preferences.morning'),
    [true, false].map((value) => ({ name: onOff(value), value })),
  ),
];
