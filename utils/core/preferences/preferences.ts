/** The wearer's preferences as values, and what follows from the preference table for them: first values, names and checks. */
import type { Control, Preference } from './preference-kinds.ts';
import { planPreferenceTable, preferenceTable } from './preference-table.ts';

type ValuesOf<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends Preference<infer Value> ? Value : never;
};

export type Preferences = ValuesOf<typeof preferenceTable>;
export type PlanPreferences = ValuesOf<typeof planPreferenceTable>;
export type PreferenceName = keyof Preferences;

const rows: Readonly<Record<PreferenceName, Preference<unknown>>> = preferenceTable;
export const preferenceNames = Object.keys(rows) as readonly PreferenceName[];
export const planPreferenceNames = Object.keys(planPreferenceTable) as readonly (keyof PlanPreferences)[];

/** What a new wearer has. */
export const firstPreferences = collect(preferenceNames, (name) => rows[name].first) as Preferences;

/** What a new wearer's plan is made from. */
export const newWearer: PlanPreferences = planPreferencesOf(firstPreferences);

/** The part of the preferences that a plan is made from. */
export function planPreferencesOf(preferences: PlanPreferences): PlanPreferences {
  return collect(planPreferenceNames, (name) => preferences[name]) as PlanPreferences;
}

/** What `name` takes, as the end of a sentence: "must be …". */
export function mustBe(name: PreferenceName): string {
  return rows[name].mustBe;
}

/** Why `value` cannot be that of `name`, as the end of a sentence: "must be …, is …"; null where it can. */
export function outOfRange(name: PreferenceName, value: unknown): string | null {
  if (rows[name].accepts(value)) return null;
  const shown = typeof value === 'number' ? value : JSON.stringify(value);
  return `must be ${mustBe(name)}, is ${String(shown).slice(0, 60)}`;
}

/** One row of the watch's options and one list of the phone's page. */
export interface PreferenceControl {
  readonly name: PreferenceName;
  readonly control: Control<unknown>;
}

/** Every control, in the order of the table. */
export const preferenceControls: readonly PreferenceControl[] = preferenceNames.reduce<PreferenceControl[]>(
  (all, name) => all.concat(rows[name].controls.map((control) => ({ name, control }))),
  [],
);

/** The name of a preference in whatever is stored and exchanged. */
export function storedName(name: PreferenceName): string {
  return rows[name].storedName;
}

/** The preference of this stored name; undefined where this version knows none. */
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

/** What of `stored` this version knows, under the names of the code. It does not check any value. */
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
