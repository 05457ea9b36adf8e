/** What the reminder says when the system wakes it, which is usually nothing. */
import { type Phrase, phrase } from '../text/phrase.ts';
import { nextPhrase } from './next-phrase.ts';
import { awayFromHourMs, isMorningAfter, MORNING_NOTE_HOUR, reminderDay } from './reminder.ts';
import type { LastSession, RestWindow } from './rest-window.ts';

export interface ReminderFacts {
  readonly reminder: { readonly on: boolean; readonly hour: number };
  /** Whether the wearer wants to be asked about the morning after a session. */
  readonly morningQuestion: boolean;
  /** The last session if its morning has not been asked about; null otherwise. */
  readonly unasked: LastSession | null;
  /** When the next session of the chosen routine is good; null if nobody knows. */
  readonly window: RestWindow | null;
  /** The day on which the wearer wants no reminder, as `localDay` counts; 0 for none. */
  readonly quietDay: number;
}

/**
 * The notes for this wake-up.
 *
 * @param nowMs UTC
 * @param saying what the wake-up is for (`WakeUp`). If the system does not say, the wake-up counts as the one that is due at
 * the nearest hour.
 */
export function reminderNotes(
  { reminder, morningQuestion, unasked, window, quietDay }: ReminderFacts,
  nowMs: number,
  zoneOffsetMin: number,
  saying?: string,
): readonly Phrase[] {
  const awayMs = (hour: number): number => awayFromHourMs(hour, nowMs, zoneOffsetMin);
  const toMorningMs = reminder.on ? awayMs(MORNING_NOTE_HOUR) - awayMs(reminder.hour) : -1;
  const isFor = (letter: string, isNearer: boolean): boolean =>
    saying ? saying.indexOf(letter) >= 0 : isNearer;
  const notes: Phrase[] = [];
  const asks = morningQuestion && unasked !== null && isFor('m', toMorningMs <= 0);
  if (asks && isMorningAfter(unasked, nowMs, zoneOffsetMin)) notes.push(phrase('reminder.morning'));
  const day = reminderDay(reminder.hour, nowMs, zoneOffsetMin);
  const reminds = reminder.on && isFor('r', !morningQuestion || toMorningMs >= 0);
  if (window !== null && reminds && day === window.earliestDay && day !== quietDay) {
    notes.push(nextPhrase(window, day));
  }
  return notes;
}
