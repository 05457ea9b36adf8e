/** The alarm net: one system alarm that brings the session's page back if nobody else does. */
export interface AlarmNet {
  /** Armed for `atMs` (UTC; whole seconds, rounded up), instead of what was armed before. A refusal is reported. */
  arm(atMs: number): void;
  /** Nothing is armed any more. */
  cancel(): void;
  /** The system says that one is armed. Throws where it says nothing. */
  isArmed(): boolean;
}
