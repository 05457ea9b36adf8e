/**
 * Changes of the shared preferences on their way in, as texts: few bytes for whoever brings them. They are taken in by one
 * page (`shared-preferences.ts`), and between sessions only.
 */
import { fromStored, type Preferences, toStored } from '../core/preferences/preferences.ts';
import { WAITING_CHANGES } from '../core/stored-names.ts';
import type { TextStore } from './text-store.ts';

/** What waits in line: the newest word on a choice, before it has been taken in. */
export function waitingChanges(store: TextStore): Partial<Preferences> {
  return fromStored(JSON.parse(store.load(WAITING_CHANGES) || '{}'));
}

/**
 * Puts changes made on the watch in line; the page that does goes on to `page/adopt`.
 * @returns false where they could not be stored (it is reported)
 */
export function changePreferences(store: TextStore, changes: Partial<Preferences>): boolean {
  return store.save(WAITING_CHANGES, JSON.stringify(toStored({ ...waitingChanges(store), ...changes })));
}
