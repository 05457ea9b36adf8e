/** The reminder's notes, from what is stored. It only reads, because a service must not write. */
import { reminderNotes } from '../core/schedule/reminder-notes.ts';
import { restWindow } from '../core/schedule/rest-window.ts';
import { OPEN_SESSION } from '../core/stored-names.ts';
import type { Phrase } from '../core/text/phrase.ts';
import { isMorningOpen, lastSession } from './last-session.ts';
import { loadPreferences } from './preferences.ts';
import type { TextStore } from './text-store.ts';

/** The notes for this wake-up, usually none. @param saying as in `core/schedule/reminder-notes.ts` */
export function storedReminderNotes(
  store: TextStore,
  nowMs: number,
  zoneOffsetMin: number,
  saying?: string,
): readonly Phrase[] {
  // A wearer in the middle of a session is not reminded of it.
  if (store.load(OPEN_SESSION) !== '') return [];
  const { planSummary, routine, stage, ...wanted } = loadPreferences(store, () => {});
  const last = lastSession(store, nowMs);
  const lastOfRoutine = lastSession(store, nowMs, routine);
  const facts = {
    ...wanted,
    unasked: last !== null && isMorningOpen(last) ? last : null,
    window:
      planSummary !== null && lastOfRoutine !== null
        ? restWindow(planSummary.rest, stage, lastOfRoutine)
        : null,
  };
  return reminderNotes(facts, nowMs, zoneOffsetMin, saying);
}
