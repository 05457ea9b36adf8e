/** Reads cues off the motor: what a wrist would feel, turned back into the vocabulary's names. Knows no session. */
import type { Pulse } from 'zepp-watch-simulator/engine/types';
import { type Cue, cueWord, plainCue, TIMINGS } from '../../utils/core/cue/vocabulary.ts';

/** A run of pulses with no pause longer than a gap. */
export interface FeltCue {
  /** Virtual uptime of the first pulse, ms. */
  readonly atMs: number;
  /** Null where the pulses are no word of the vocabulary. */
  readonly cue: Cue | null;
}

const CUES: readonly Cue[] = [
  plainCue('start'),
  plainCue('check'),
  plainCue('press'),
  plainCue('minimum'),
  plainCue('beat'),
  plainCue('done'),
  plainCue('come-back'),
  { name: 'move', to: 'spot' },
  { name: 'move', to: 'side' },
  { name: 'move', to: 'step' },
];

/** Pulses that belong together; taps that confirm a touch are left out. */
export function feltCues(pulses: readonly Pulse[]): readonly FeltCue[] {
  const { shortMs, longMs, gapMs } = TIMINGS.normal;
  const felt: { atMs: number; endMs: number; word: string }[] = [];
  for (const pulse of pulses) {
    const durationMs = pulse.offMs - pulse.onMs;
    if (durationMs < shortMs / 2) continue;
    const letter = durationMs < (shortMs + longMs) / 2 ? 'S' : 'L';
    const last = felt[felt.length - 1];
    if (last !== undefined && pulse.onMs - last.endMs <= gapMs * 1.5) {
      last.word += letter;
      last.endMs = pulse.offMs;
    } else {
      felt.push({ atMs: pulse.onMs, endMs: pulse.offMs, word: letter });
    }
  }
  return felt.map(({ atMs, word }) => ({ atMs, cue: cueOfWord(word) }));
}

/** The cue of a word such as `SL`; null where the vocabulary has none. A beat and a soft pulse are one word: `beat`. */
export function cueOfWord(word: string): Cue | null {
  return CUES.find((cue) => cueWord(cue) === word) ?? null;
}
