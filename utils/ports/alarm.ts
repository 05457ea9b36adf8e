/** The alarm net: one system alarm that opens the session's page again if it is gone by then. */
export interface AlarmNet {
  /** Arms the alarm for `atMs` (UTC, rounded up to a whole second) in place of the one before. A refusal is reported. */
  arm(atMs: number): void;
  /** Takes the alarm back. */
  cancel(): void;
  /** Whether the system says that one is armed. Throws where the system cannot be asked. */
  isArmed(): boolean;
}
