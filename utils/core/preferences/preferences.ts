/** What a wearer may choose, with its ranges and what it is before anybody has chosen. */
import type { Strength } from '../cue/vocabulary.ts';
import { newWearer, type PlanPreferences, type SpotCounts } from '../routine/plan.ts';
import type { Kit, Side, Stage } from '../routine/routine.ts';

export interface Reminder {
  readonly on: boolean;
  /** Local hour of the day, 0 to 23. */
  readonly hour: number;
}

export interface Preferences {
  /** Which routine, by its id. */
  readonly routine: string;
  readonly stage: Stage;
  readonly kit: Kit;
  /** A mini band is at hand. */
  readonly band: boolean;
  /** In their order; one or both. */
  readonly sides: readonly Side[];
  /** Spots on each side, 1 to 3; null: the routine's own number. */
  readonly spots: SpotCounts;
  /** After the minimum, 10 to 120 s; null: the routine's usual; `until-say`: until the wearer says so. */
  readonly lingerS: number | null | 'until-say';
  /** One lift of the march, 2 to 8 s; null: the routine's own. */
  readonly beatS: number | null;
  /** Added to every time to get into place, -10 to 60 s. */
  readonly placeS: number;
  readonly strength: Strength;
  readonly reminder: Reminder;
  /** Asks the morning after, by a notification. */
  readonly morningQuestion: boolean;
}

export type PreferenceName = keyof Preferences;

export const firstPreferences: Preferences = {
  routine: 'hip-release',
  stage: newWearer.stage,
  kit: newWearer.kit,
  band: newWearer.band,
  sides: newWearer.sides,
  spots: newWearer.spots,
  lingerS: newWearer.lingerS,
  beatS: newWearer.beatS,
  placeS: newWearer.placeS,
  strength: 'normal',
  reminder: { on: false, hour: 18 },
  morningQuestion: false,
};

/** The part of the preferences that a plan is made from. */
export function planPreferencesOf(preferences: Preferences): PlanPreferences {
  const { stage, kit, band, sides, spots, lingerS, beatS, placeS } = preferences;
  return { stage, kit, band, sides, spots, lingerS, beatS, placeS };
}

/** Names in what is stored and exchanged, where version 0.1.0 gave others than the code has. */
const STORED_NAMES: { readonly [Name in PreferenceName]?: string } = { stage: 'phase', kit: 'tool' };

const names = Object.keys(firstPreferences) as PreferenceName[];

/** The name of a preference in whatever is stored and exchanged. */
export function storedName(name: PreferenceName): string {
  return STORED_NAMES[name] ?? name;
}

/** The preference of this stored name; undefined where this version knows none. */
export function preferenceOf(stored: string): PreferenceName | undefined {
  return names.find((name) => storedName(name) === stored);
}

/** The preferences among `values` under their stored names. */
export function toStored(values: Partial<Preferences>): Readonly<Record<string, unknown>> {
  const stored: Record<string, unknown> = {};
  for (const name of names) if (values[name] !== undefined) stored[storedName(name)] = values[name];
  return stored;
}

/** What of `stored` this version knows, under the names of the code. Looks at no value. */
export function fromStored(stored: Readonly<Record<string, unknown>>): Partial<Preferences> {
  const values: Partial<Record<PreferenceName, unknown>> = {};
  for (const name of names) {
    const value = stored[storedName(name)];
    if (value !== undefined) values[name] = value;
  }
  return values as Partial<Preferences>;
}
