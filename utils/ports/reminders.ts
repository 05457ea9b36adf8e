/** The daily alarms that wake the reminder. */
export interface Reminders {
  /** Wakes the reminder daily from each of these instants on (UTC ms), in place of what was set before. A refusal is reported. */
  set(fromMs: readonly number[]): void;
  /** Local time minus UTC at an instant, minutes. */
  offsetAt(utcMs: number): number;
}
