/** What the reminder says when the system wakes it, which is usually nothing. It only reads, because a service must not write. */
import { nextPhrase } from '../core/schedule/next-phrase.ts';
import { awayFromHourMs, isMorningAfter, MORNING_NOTE_HOUR, reminderDay } from '../core/schedule/reminder.ts';
import { restWindow } from '../core/schedule/rest-window.ts';
import { OPEN_SESSION } from '../core/stored-names.ts';
import { type Phrase, phrase } from '../core/text/phrase.ts';
import { isMorningOpen, lastSession } from './last-session.ts';
import { loadPreferences } from './preferences.ts';
import type { TextStore } from './text-store.ts';

/**
 * The note for this wake-up, usually none.
 *
 * @param saying what the wake-up is for (`WakeUp`). If the system does not say, the wake-up counts as the one that is due at
 * the nearest hour.
 */
export function reminderNotes(
  store: TextStore,
  nowMs: number,
  zoneOffsetMin: number,
  saying?: string,
): readonly Phrase[] {
  // A wearer in the middle of a session is not reminded of it.
  if (store.load(OPEN_SESSION) !== '') return [];
  const { planSummary, routine, stage, morningQuestion, quietDay, reminder } = loadPreferences(
    store,
    () => {},
  );
  const last = lastSession(store, nowMs);
  const lastOfRoutine = lastSession(store, nowMs, routine);
  const awayMs = (hour: number): number => awayFromHourMs(hour, nowMs, zoneOffsetMin);
  const toMorningMs = reminder.on ? awayMs(MORNING_NOTE_HOUR) - awayMs(reminder.hour) : -1;
  const isFor = (letter: string, isNearer: boolean): boolean =>
    saying ? saying.indexOf(letter) >= 0 : isNearer;
  const notes: Phrase[] = [];
  const asks = morningQuestion && last !== null && isMorningOpen(last) && isFor('m', toMorningMs <= 0);
  if (asks && isMorningAfter(last, nowMs, zoneOffsetMin)) notes.push(phrase('reminder.morning'));
  if (planSummary === null || lastOfRoutine === null) return notes;
  const window = restWindow(planSummary.rest, stage, lastOfRoutine);
  const day = reminderDay(reminder.hour, nowMs, zoneOffsetMin);
  const reminds = reminder.on && isFor('r', !morningQuestion || toMorningMs >= 0);
  if (reminds && day === window.earliestDay && day !== quietDay) notes.push(nextPhrase(window, day));
  return notes;
}
