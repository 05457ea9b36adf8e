/** What a step asks the outside world to do: commands as plain data, carried out in the order given. */
import type { Cue } from '../cue/vocabulary.ts';
import type { SessionState } from './state.ts';

export type Effect =
  /** Store the state that came with this effect. It always comes before what the wearer feels. */
  | { readonly type: 'persist' }
  /** Play `cue`, which was due at `dueMs` (UTC ms) and is `lateMs` late. */
  | { readonly type: 'play'; readonly cue: Cue; readonly dueMs: number; readonly lateMs: number }
  /** Confirm to the wearer that a touch was accepted. */
  | { readonly type: 'confirm' }
  /** Keep the screen on for `forMs` from now, and let the alarm bring the page back at `wakeAtMs` (UTC ms). */
  | { readonly type: 'keep-awake'; readonly forMs: number; readonly wakeAtMs: number }
  /** Release the screen and cancel the alarm. */
  | { readonly type: 'release' };

/** The state after an event, with what is to be done about it. */
export type Step = readonly [SessionState, readonly Effect[]];
