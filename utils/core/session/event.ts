/** What can happen to a session: facts, each with the instant it happened (UTC ms). */

interface At {
  readonly atMs: number;
}

export interface Ticked extends At {
  readonly type: 'ticked';
}

/** The touches of the wearer, and what the watch does to the session in the wearer's name. */
export interface Touched extends At {
  readonly type:
    | 'ready'
    | 'more-time'
    | 'not-easing'
    | 'stay'
    | 'let-go'
    | 'resumed'
    | 'skipped'
    | 'stopped'
    | 'undone';
}

export interface PausedEvent extends At {
  readonly type: 'paused';
  readonly why: 'wearer' | 'call';
}

/** The page is here again with the stored state. */
export interface Woke extends At {
  readonly type: 'woke';
}

/** The platform says that the wall clock was set; `atMs` is the new time. */
export interface ClockJumped extends At {
  readonly type: 'clock-jumped';
}

/** What can happen while the page is there. */
export type AwakeEvent = Ticked | Touched | PausedEvent | ClockJumped;

export type SessionEvent = AwakeEvent | Woke;
