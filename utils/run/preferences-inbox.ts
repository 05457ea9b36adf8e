/**
 * Changes of the shared preferences on their way in, as texts: few bytes for whoever brings them. They are taken in by one
 * page (`shared-preferences.ts`), and between sessions only.
 */
import type { Preferences } from '../core/preferences/preferences.ts';
import type { TextStore } from './text-store.ts';

/** The shared preferences of this watch. */
export const CONFIG = 'config';
/** What the phone has sent and no page has taken in yet; empty when there is nothing. */
export const CONFIG_IN = 'config-in';
/** What the wearer has changed on the watch and no page has taken in yet: values by name; empty when there is nothing. */
export const CHANGES_IN = 'changes-in';

/** What waits in line: the newest word on a choice, before it has been taken in. */
export function waitingChanges(store: TextStore): Partial<Preferences> {
  return JSON.parse(store.load(CHANGES_IN) || '{}');
}

/**
 * Puts changes made on the watch in line; the page that does goes on to `page/adopt`.
 * @returns false where they could not be stored (it is reported)
 */
export function changePreferences(store: TextStore, changes: Partial<Preferences>): boolean {
  return store.save(CHANGES_IN, JSON.stringify({ ...waitingChanges(store), ...changes }));
}
