import type { Cue, Strength } from '../core/cue/vocabulary.ts';

/** The motor. A new cue replaces one that still runs. */
export interface Haptics {
  play(cue: Cue, strength: Strength): void;
  /** The short tap that confirms a touch. */
  confirm(): void;
  stop(): void;
}
