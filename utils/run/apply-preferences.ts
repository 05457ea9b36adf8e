/**
 * The preferences that watch and phone share, on the watch: takes in what the phone has sent and what the wearer has
 * changed, and hands the result to the other pages (`preferences.ts`). Between sessions only: an open one has its plan.
 */
import { sentence } from '../core/base/result.ts';
import {
  formatPreferences,
  mergePreferences,
  type PreferenceDocument,
  parsePreferences,
  setPreference,
} from '../core/preferences/document.ts';
import type { PreferenceName, Preferences } from '../core/preferences/preferences.ts';
import { PREFERENCES_DOCUMENT, PREFERENCES_FROM_PHONE, WAITING_CHANGES } from '../core/stored-names.ts';
import type { Report } from '../ports/report.ts';
import { loadPreferences, savePreferences } from './preferences.ts';
import { waitingChanges } from './preferences-inbox.ts';
import type { TextStore } from './text-store.ts';

/**
 * Everything that waits is taken in; the plan's summary is left to be worked out anew.
 * @param now the local day and hour
 */
export function adoptPreferences(
  store: TextStore,
  report: Report,
  [today, hour]: readonly [number, number],
): void {
  const read = (text: string): PreferenceDocument => {
    const { document, faults } = parsePreferences(text);
    for (const fault of faults) report(PREFERENCES_DOCUMENT, fault);
    return document;
  };
  const own = loadPreferences(store, report);
  let document = read(store.load(PREFERENCES_DOCUMENT));
  // Changes first: one that a crash has left in line is then no newer than what the phone has made of it since.
  document = changed(document, waitingChanges(store), report);
  document = mergePreferences(document, read(store.load(PREFERENCES_FROM_PHONE)));
  const text = formatPreferences(document);
  const { preferences } = parsePreferences(text);
  const wasDue = own.reminder.on && hour >= own.reminder.hour;
  const quietDay = wasDue ? today : own.quietDay;
  const ready = { ...own, ...preferences, planSummary: null, quietDay };
  // What has come in is forgotten only once it is part of what is stored.
  if (!store.save(PREFERENCES_DOCUMENT, text) || !savePreferences(store, ready)) return;
  for (const name of [PREFERENCES_FROM_PHONE, WAITING_CHANGES] as const)
    if (store.load(name) !== '') store.save(name, '');
}

/** The document with every one of `values` that is in its range; the others are reported. */
function changed(
  document: PreferenceDocument,
  values: Partial<Preferences>,
  report: Report,
): PreferenceDocument {
  let next = document;
  for (const name of Object.keys(values) as PreferenceName[]) {
    const result = setPreference(next, name, values[name] as never, 'watch');
    if (result.ok) next = result.value;
    else report(PREFERENCES_DOCUMENT, sentence(result.failure));
  }
  return next;
}
