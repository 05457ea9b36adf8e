/** Keeps the page alive: with a dark screen the platform ends it after ten seconds. */
export interface ScreenKeeper {
  /** Keeps the screen on for `forMs` from now, wrist down and palm on glass included, and comes back on wake. */
  keepAwake(forMs: number): void;
  /** Gives everything back. Safe to call twice. */
  release(): void;
}
