/**
 * Updates the preferences of the watch: merges what the phone has sent and what the wearer has changed, and stores the result
 * for the other pages (`preferences.ts`). It runs only between sessions, because an open session already has its plan.
 */
import { sentence } from '../core/base/result.ts';
import {
  formatPreferences,
  mergePreferences,
  type PreferenceDocument,
  parsePreferences,
  revisionOf,
  setPreference,
  withStageKept,
} from '../core/preferences/document.ts';
import { definitionsIn, ownRoutineOf } from '../core/preferences/own-routines.ts';
import {
  firstPreferences,
  type PreferenceName,
  type Preferences,
} from '../core/preferences/preference-table.ts';
import type { OwnRoutine } from '../core/routine/find-routine.ts';
import { isOwnId } from '../core/routine/own-id.ts';
import { hourInDay } from '../core/schedule/reminder.ts';
import { PREFERENCES_DOCUMENT, PREFERENCES_FROM_PHONE, REFUSED_ADVICE } from '../core/stored-names.ts';
import type { Report } from '../ports/ports.ts';
import { saveOwnRoutines, withSafetyRead } from './own-routines.ts';
import {
  loadPreferences,
  savePreferences,
  stageFromPhone,
  WAITING_TEXTS,
  waitingChanges,
} from './preferences.ts';
import type { TextStore } from './text-store.ts';

/**
 * Merges all queued changes into the document, stores it, and stores the resulting preferences for the pages. It does not
 * compute the plan's summary.
 *
 * @param now the wearer's day, counted from 1970, and the hour
 */
export function applyPreferences(
  store: TextStore,
  report: Report,
  [today, hour]: readonly [number, number],
): void {
  const own = loadPreferences(store, report);
  const document = withRefusedAdvice(mergedDocument(store, report), store);
  const text = formatPreferences(document);
  const { preferences } = parsePreferences(text);
  const ownRoutines = withSafetyRead(store, readOwnRoutines(document, report));
  const wasDue = own.reminder.on && hourInDay(hour) >= hourInDay(own.reminder.hour);
  const quietDay = wasDue ? today : own.quietDay;
  // A routine that was removed stays in the document, in case it comes back.
  const isGone =
    isOwnId(preferences.routine) && !ownRoutines.some(({ routine }) => routine.id === preferences.routine);
  const routine = isGone ? firstPreferences.routine : preferences.routine;
  const ready = { ...own, ...preferences, routine, planSummary: null, quietDay };
  // A queued change is deleted only after the stored document contains it.
  if (!store.save(PREFERENCES_DOCUMENT, text) || !saveOwnRoutines(store, ownRoutines)) return;
  if (!savePreferences(store, ready)) return;
  for (const name of WAITING_TEXTS) if (store.load(name) !== '') store.save(name, '');
}

/** The wearer's own routines that the document has; one that cannot be used is reported. */
function readOwnRoutines(document: PreferenceDocument, report: Report): readonly OwnRoutine[] {
  const { definitions, failures } = definitionsIn(document);
  for (const failure of failures) report(PREFERENCES_DOCUMENT, sentence(failure));
  return definitions.map(ownRoutineOf);
}

/** Adds to the document when the wearer refused to change the stage, so that the phone does not repeat the advice either. */
function withRefusedAdvice(document: PreferenceDocument, store: TextStore): PreferenceDocument {
  const [, refusedAtS = 0] = store.load(REFUSED_ADVICE).split(' ').map(Number);
  return refusedAtS > 0 ? withStageKept(document, refusedAtS) : document;
}

function mergedDocument(store: TextStore, report: Report): PreferenceDocument {
  const read = (text: string): PreferenceDocument => {
    const { document, faults } = parsePreferences(text);
    for (const fault of faults) report(PREFERENCES_DOCUMENT, fault);
    return document;
  };
  // The wearer's changes first: if a crash has left one in the queue, it is then not newer than the phone's later change of it.
  const changes = waitingChanges(store);
  const changed = changedDocument(read(store.load(PREFERENCES_DOCUMENT)), changes, report);
  const merged = mergePreferences(changed, read(store.load(PREFERENCES_FROM_PHONE)));
  const stage = stageFromPhone(store);
  const isChosen = changes.stage !== undefined || revisionOf(merged, 'stage') > 0;
  return stage === undefined || isChosen ? merged : changedDocument(merged, { stage }, report);
}

/** The document with each of `values` that is in its range; the others are reported. */
function changedDocument(
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
