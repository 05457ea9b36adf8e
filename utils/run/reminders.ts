/** Which daily wake-ups the wearer's preferences ask for. */
import { MORNING_NOTE_HOUR, nextHourMs } from '../core/schedule/reminder.ts';
import type { Reminders } from '../ports/reminders.ts';
import type { WatchPreferences } from './preferences.ts';

/** Opt-in: where neither is on, nothing wakes. */
export function setReminders(
  reminders: Reminders,
  { morningQuestion, reminder }: WatchPreferences,
  nowMs: number,
): void {
  const hours: number[] = [];
  if (reminder.on) hours.push(reminder.hour);
  if (morningQuestion) hours.push(MORNING_NOTE_HOUR);
  reminders.set(hours.map((hour) => nextHourMs(hour, nowMs, reminders.offsetAt)));
}
