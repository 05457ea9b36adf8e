/** The wearer's preferences as values: their names, and how they are stored and exchanged. */
import {
  firstPreferences,
  newWearer,
  type PlanPreferences,
  type PreferenceName,
  type Preferences,
  STORED_NAMES,
} from './preference-table.ts';

export const preferenceNames = Object.keys(firstPreferences) as readonly PreferenceName[];
const planPreferenceNames = Object.keys(newWearer) as readonly (keyof PlanPreferences)[];

/** The part of the preferences that a plan is made from. */
export function planPreferencesOf(preferences: PlanPreferences): PlanPreferences {
  return collect(planPreferenceNames, (name) => preferences[name]) as PlanPreferences;
}

/** The name of a preference in whatever is stored and exchanged. */
export function storedName(name: PreferenceName): string {
  return STORED_NAMES[name] || name;
}

/** The preference of this stored name; undefined if this version knows none. */
export function preferenceOf(stored: string): PreferenceName | undefined {
  return preferenceNames.find((name) => storedName(name) === stored);
}

/** The preferences among `values` under their stored names. */
export function toStored(values: Partial<Preferences>): Readonly<Record<string, unknown>> {
  const stored: Record<string, unknown> = {};
  for (const name of preferenceNames) {
    if (values[name] !== undefined) stored[storedName(name)] = values[name];
  }
  return stored;
}

/** The fields of `stored` that this version knows, under their names in the code. It checks no values. */
export function fromStored(stored: Readonly<Record<string, unknown>>): Partial<Preferences> {
  const known = preferenceNames.filter((name) => stored[storedName(name)] !== undefined);
  return collect(known, (name) => stored[storedName(name)]) as Partial<Preferences>;
}

function collect<Name extends string>(
  names: readonly Name[],
  valueFor: (name: Name) => unknown,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const name of names) values[name] = valueFor(name);
  return values;
}
