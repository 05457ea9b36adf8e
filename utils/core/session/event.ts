/** What can happen to a session: facts, each with the instant at which it happened. */

interface At {
  /** UTC ms. */
  readonly atMs: number;
}

export interface Ticked extends At {
  readonly type: 'ticked';
}

/** What the wearer has asked for by a touch or a key. */
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

/** The platform reports that the wall clock was set; `atMs` is the new time. */
export interface ClockJumped extends At {
  readonly type: 'clock-jumped';
}

/** What can happen while the page runs. A page that has just been opened calls `stepWoke` instead. */
export type AwakeEvent = Ticked | Touched | PausedEvent | ClockJumped;

/** An event of a running page without its instant: whoever carries it on reads the clock. */
export type UntimedEvent = AwakeEvent extends infer Event
  ? Event extends At
    ? Omit<Event, 'atMs'>
    : never
  : never;
