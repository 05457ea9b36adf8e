/** Daily wake-ups of the reminder, in the system's hands. */
export interface Reminders {
  /** Wakes the reminder each day from these instants on (UTC ms), instead of what was set before; none for an empty list. A refusal is reported. */
  set(fromMs: readonly number[]): void;
  /** Local time minus UTC at an instant, minutes. */
  offsetAt(utcMs: number): number;
}
