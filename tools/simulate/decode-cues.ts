/** Decodes the pulses of the motor into cues. */
import type { Pulse } from 'zepp-watch-simulator/engine/types';
import { type Cue, cueWord, plainCue, TIMINGS } from '../../utils/core/cue/vocabulary.ts';

/** Pulses with no pause between them that is longer than the gap of a pattern. */
export interface FeltCue {
  /** Virtual uptime of the first pulse, ms. */
  readonly atMs: number;
  /** Null if no cue has this pattern. */
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

/** The cues that a wearer feels, without the short pulses that confirm a touch. */
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

/** The cue of a word such as `SL` (short, long), or null. A beat and a soft pulse have the same word: `beat`. */
export function cueOfWord(word: string): Cue | null {
  return CUES.find((cue) => cueWord(cue) === word) ?? null;
}
