/** Sets the daily alarms that the wearer's preferences ask for. */
import { MORNING_NOTE_HOUR, nextHourMs } from '../core/schedule/reminder.ts';
import type { Reminders } from '../ports/ports.ts';
import type { WatchPreferences } from './preferences.ts';

type Wanted = Pick<WatchPreferences, 'morningQuestion' | 'reminder'>;

/** An alarm for the reminder and one for the morning question, if the wearer has asked for them; one where both come at one hour. */
export function setReminders(
  reminders: Reminders,
  { morningQuestion, reminder }: Wanted,
  nowMs: number,
): void {
  const sayings: Record<number, string> = {};
  if (reminder.on) sayings[reminder.hour] = 'r';
  if (morningQuestion) sayings[MORNING_NOTE_HOUR] = `${sayings[MORNING_NOTE_HOUR] || ''}m`;
  reminders.set(
    Object.keys(sayings).map((hour) => {
      return {
        atMs: nextHourMs(Number(hour), nowMs, reminders.offsetAt),
        saying: sayings[Number(hour)] as string,
      };
    }),
  );
}

/** Sets them again if the watch's local time has changed against UTC since: after a journey, and when clocks were changed. */
export function renewReminders(reminders: Reminders, wanted: Wanted, nowMs: number): void {
  if (!wanted.reminder.on && !wanted.morningQuestion) return;
  if (reminders.zoneWhenSet() !== reminders.offsetAt(nowMs)) setReminders(reminders, wanted, nowMs);
}
