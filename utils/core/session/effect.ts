/** What must be done about an event: commands as plain data, in the order in which they are to be carried out. */
import type { Cue } from '../cue/vocabulary.ts';
import type { SessionState } from './state.ts';

export type Effect =
  /** Store the state that `step` returned with this effect. Always before what is felt. */
  | { readonly type: 'persist' }
  | { readonly type: 'play'; readonly cue: Cue; readonly dueMs: number; readonly lateMs: number }
  /** A touch was accepted. */
  | { readonly type: 'confirm' }
  /** Keep the screen on for so long from now, and have the page brought back at `wakeAtMs` if it is gone by then. */
  | { readonly type: 'keep-awake'; readonly forMs: number; readonly wakeAtMs: number }
  /** Give back screen and alarm. */
  | { readonly type: 'release' };

export type Step = readonly [SessionState, readonly Effect[]];
