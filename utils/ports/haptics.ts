import type { Cue, Strength } from '../core/cue/vocabulary.ts';

/** The vibration motor. */
export interface Haptics {
  /** Plays a cue. It replaces one that still runs. */
  play(cue: Cue, strength: Strength): void;
  /** Plays the short tap that confirms a touch. During a cue it waits for the cue's end. */
  confirm(): void;
  /** Ends whatever is playing. */
  stop(): void;
}
