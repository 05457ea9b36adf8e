/** Keeps the session's page alive: the platform ends a page ten seconds after the screen goes dark. */
export interface ScreenKeeper {
  /** Keeps the screen on for `forMs` from now, also with the wrist down or a palm on the glass, and lets a wake-up open the app again. */
  keepAwake(forMs: number): void;
  /** Gives all of that back. It may be called twice. */
  release(): void;
}
