/** What can happen to a session. Each event has the time at which it happened. */

/**
 * What the wearer has touched. The crown and the keys work without looking and mean what the screen says at the time; a button
 * shows what it does.
 */
export type TouchedWith = 'crown-or-key' | 'button';

/** What the wearer asked for with a touch or a key. */
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
  readonly by?: TouchedWith;
}

/** An event of a running page without its time. The code that passes it on reads the clock. */
export type UntimedEvent =
  | { readonly type: 'ticked'; readonly by?: undefined }
  /** Without `by` it counts at any time. */
  | { readonly type: Touch; readonly by?: TouchedWith }
  | Pause
  /** The platform reports that the wall clock was set. */
  | { readonly type: 'clock-jumped'; readonly by?: undefined };

/**
 * An event of a running page with its time, UTC ms; for `clock-jumped` that is the new time. A page that has just been opened
 * calls `stepWoke` instead.
 */
export type AwakeEvent = UntimedEvent & { readonly atMs: number };
