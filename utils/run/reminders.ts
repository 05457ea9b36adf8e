/** Sets the daily alarms that the wearer's preferences ask for. */
import { MORNING_NOTE_HOUR, nextHourMs } from '../core/schedule/reminder.ts';
import type { Reminders } from '../ports/ports.ts';
import type { WatchPreferences } from './preferences.ts';

/** One alarm for the reminder and one for the morning question, where the wearer has asked for them. */
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
