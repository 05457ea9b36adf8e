/**
 * What is felt for each cue. A cue is a word of short (`S`) and long (`L`) pulses: told apart by count and length,
 * never by strength. The words are chosen so that a pulse that is lost, or two that run into one, never give
 * another cue that could come at that moment (property test). Owns no motor.
 */
import type { MoveTo } from '../routine/plan.ts';
import type { HoldCue } from '../routine/routine.ts';

export type CueName = 'start' | HoldCue | 'move' | 'beat' | 'soft' | 'done' | 'come-back';

/** A cue as it is played: `move` says where to. */
export interface Cue {
  readonly name: CueName;
  readonly to: MoveTo | null;
}

export type Strength = 'gentle' | 'normal' | 'strong';

/** One stretch of motor or silence. */
export interface Stretch {
  readonly on: boolean;
  readonly durationMs: number;
}

interface Timing {
  readonly shortMs: number;
  readonly longMs: number;
  readonly gapMs: number;
}

/**
 * Pulses and gaps are at least 200 ms: shorter ones are felt as touch feedback (product research, section 3), and
 * 600 ms is the building block that was told apart from 200 ms. Strength makes pulses longer, not other words.
 */
export const TIMINGS: Readonly<Record<Strength, Timing>> = {
  gentle: { shortMs: 200, longMs: 600, gapMs: 250 },
  normal: { shortMs: 250, longMs: 750, gapMs: 250 },
  strong: { shortMs: 300, longMs: 1_000, gapMs: 300 },
};

const WORDS: Readonly<Record<Exclude<CueName, 'move'>, string>> = {
  start: 'L',
  check: 'SL',
  press: 'LSSS',
  minimum: 'SSSS',
  beat: 'S',
  soft: 'S',
  done: 'SSSLLL',
  'come-back': 'LSSL',
};

const MOVES: Readonly<Record<MoveTo, string>> = {
  spot: 'LL',
  side: 'LLSS',
  step: 'LLSSSS',
};

/** The cue's word, e.g. `SL`. */
export function cueWord(cue: Cue): string {
  return cue.name === 'move' ? MOVES[cue.to === null ? 'spot' : cue.to] : WORDS[cue.name];
}

/** The stretches that play a cue, beginning and ending with the motor on. */
export function pattern(cue: Cue, strength: Strength): readonly Stretch[] {
  const timing = TIMINGS[strength];
  const stretches: Stretch[] = [];
  for (const pulse of cueWord(cue)) {
    if (stretches.length > 0) stretches.push({ on: false, durationMs: timing.gapMs });
    stretches.push({ on: true, durationMs: pulse === 'S' ? timing.shortMs : timing.longMs });
  }
  return stretches;
}

/** How long a cue lasts, ms. */
export function patternMs(cue: Cue, strength: Strength): number {
  let totalMs = 0;
  for (const stretch of pattern(cue, strength)) totalMs += stretch.durationMs;
  return totalMs;
}

/** The cue of this name that goes nowhere. */
export function plainCue(name: Exclude<CueName, 'move'>): Cue {
  return { name, to: null };
}
