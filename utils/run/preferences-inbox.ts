/**
 * What waits to become part of the shared preferences: texts that any page or the sync stores. `apply-preferences.ts` merges
 * them, and between sessions only, because an open session has its plan.
 */
import { PHASES } from '../core/log/codes.ts';
import type { Preferences } from '../core/preferences/preference-table.ts';
import { fromStored, toStored } from '../core/preferences/preferences.ts';
import type { Stage } from '../core/routine/routine.ts';
import { PREFERENCES_FROM_PHONE, STAGE_FROM_PHONE, WAITING_CHANGES } from '../core/stored-names.ts';
import type { Report } from '../ports/ports.ts';
import { loadPreferences } from './preferences.ts';
import type { TextStore } from './text-store.ts';

/** The texts that wait; each is empty where nothing does. */
export const WAITING_TEXTS = [PREFERENCES_FROM_PHONE, STAGE_FROM_PHONE, WAITING_CHANGES] as const;

export function isAnythingWaiting(store: TextStore): boolean {
  return WAITING_TEXTS.some((name) => store.load(name) !== '');
}

/** What the wearer has changed on the watch since the preferences were last applied. */
export function waitingChanges(store: TextStore): Partial<Preferences> {
  return fromStored(JSON.parse(store.load(WAITING_CHANGES) || '{}'));
}

/** The preferences as they will be once what the wearer has changed on the watch has been applied. */
export function newestPreferences(store: TextStore, report: Report): Preferences {
  return { ...loadPreferences(store, report), ...waitingChanges(store) };
}

/** The stage that the phone has told a fresh watch; undefined where there is none that this version knows. */
export function stageFromPhone(store: TextStore): Stage | undefined {
  const code = store.load(STAGE_FROM_PHONE);
  return code === '' ? undefined : PHASES[Number(code)];
}

/**
 * Puts changes made on the watch in line; the page that makes them goes on to the page that applies preferences.
 *
 * @returns false where they could not be stored, which is reported
 */
export function changePreferences(store: TextStore, changes: Partial<Preferences>): boolean {
  return store.save(WAITING_CHANGES, JSON.stringify(toStored({ ...waitingChanges(store), ...changes })));
}
