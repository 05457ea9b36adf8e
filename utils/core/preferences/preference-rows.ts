/** Derived from the rows of the preference table: what each preference accepts, and how it is changed. */
import type { Control, Preference } from './preference-kinds.ts';
import { type PreferenceName, preferenceRows } from './preference-table.ts';

const rows: Readonly<Record<PreferenceName, Preference<unknown>>> = preferenceRows();

/** What `name` accepts, as the end of a sentence: "must be …". */
export function mustBe(name: PreferenceName): string {
  return rows[name].mustBe;
}

/** Why `name` does not accept `value`, as the end of a sentence: "must be …, is …"; null if it does. */
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
export const preferenceControls: readonly PreferenceControl[] = (
  Object.keys(rows) as PreferenceName[]
).reduce<PreferenceControl[]>(
  (all, name) => all.concat(rows[name].controls.map((control) => ({ name, control }))),
  [],
);
