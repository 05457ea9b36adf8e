/** The helper: the background service that plays a cue which the page has missed. */
export interface Helper {
  /** Whether the system lists it as running. */
  isListed(): boolean;
  /** Asks the system to start it. Without the wearer's consent, or while another app's service runs, nothing happens. */
  start(): void;
  /** Asks the system to end it. */
  stop(): void;
}
