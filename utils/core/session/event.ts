/** What can happen to a session: facts, each with the instant at which it happened. */

/** What the wearer has touched: the crown or a key, which need no look and mean what the glass says, or a button, which says it. */
export type Means = 'crown-or-key' | 'button';

/** What the wearer has asked for by a touch or a key. */
export type Touch =
  | 'ready'
  | 'more-time'
  | 'not-easing'
  | 'stay'
  | 'let-go'
  | 'resumed'
  | 'skipped'
  | 'stopped'
  | 'undone';

export interface Pause {
  readonly type: 'paused';
  readonly why: 'wearer' | 'call';
  readonly by?: Means;
}

/** An event of a running page without its instant: whoever carries it on reads the clock. */
export type UntimedEvent =
  | { readonly type: 'ticked' }
  /** Without `by` it counts at any time. */
  | { readonly type: Touch; readonly by?: Means }
  | Pause
  /** The platform reports that the wall clock was set. */
  | { readonly type: 'clock-jumped' };

/**
 * What can happen while the page runs, with its instant, UTC ms; after `clock-jumped` that is the new time. A page that has
 * just been opened calls `stepWoke` instead.
 */
export type AwakeEvent = UntimedEvent & { readonly atMs: number };
