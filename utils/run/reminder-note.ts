/** What the reminder says when the system wakes it, which is mostly nothing. It only reads, because a service must not write. */
import { localDay } from '../core/schedule/calendar.ts';
import { nextPhrase } from '../core/schedule/next-phrase.ts';
import { isMorningAfter, isReminderDue } from '../core/schedule/reminder.ts';
import { restWindow } from '../core/schedule/rest-window.ts';
import { OPEN_SESSION } from '../core/stored-names.ts';
import { type Phrase, phrase } from '../core/text/phrase.ts';
import { lastSession } from './last-session.ts';
import { loadPreferences } from './preferences.ts';
import type { TextStore } from './text-store.ts';

/** What there is to say at this hour; null where there is nothing. */
export function reminderNote(store: TextStore, nowMs: number, zoneOffsetMin: number): Phrase | null {
  const last = lastSession(store);
  // A wearer in the middle of a session is not reminded of it.
  if (last === null || store.load(OPEN_SESSION) !== '') return null;
  const { planSummary, stage, morningQuestion, quietDay, reminder } = loadPreferences(store, () => {});
  if (planSummary === null) return null;
  if (morningQuestion && last.morning === null && isMorningAfter(last, nowMs, zoneOffsetMin)) {
    return phrase('reminder.morning');
  }
  const window = restWindow(planSummary.rest, stage, last);
  const today = localDay(nowMs, zoneOffsetMin);
  const isDue =
    reminder.on && quietDay !== today && isReminderDue(window, reminder.hour, nowMs, zoneOffsetMin);
  return isDue ? nextPhrase(window, today) : null;
}
