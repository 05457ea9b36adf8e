/** The background service that plays a cue which the page has missed. */
export interface Helper {
  /** The system lists it as running. */
  isListed(): boolean;
  /** Asks the system to run it; without consent, or beside another app's service, nothing happens. */
  start(): void;
  stop(): void;
}
