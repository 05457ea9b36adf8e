/**
 * What the wearer feels for each cue. A cue is a word of short (`S`) and long (`L`) pulses, so cues differ by count and length
 * and never by strength alone. The words are chosen so that a pulse that is lost, or two pulses that run into one, never give
 * another cue that could come at that moment; a test tries all of them. `utils/zos/haptics.ts` plays the pulses.
 */
import type { MoveTo } from '../routine/plan.ts';
import type { HoldCue } from '../routine/routine.ts';

export type CueName = 'start' | HoldCue | 'move' | 'beat' | 'soft' | 'done' | 'come-back';

export interface Cue {
  readonly name: CueName;
  /** Where a move goes; null for every other cue. */
  readonly to: MoveTo | null;
}

/** How long the pulses are, which is what a wearer feels as strength. */
export type Strength = 'gentle' | 'normal' | 'strong';

/** A stretch of time with the motor on or off. */
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
 * Pulses and gaps are at least 200 ms long, because shorter ones are felt as the feedback of a touch. Long pulses are at least
 * 600 ms, which people tell apart from 200 ms. Strength makes the pulses of a word longer and never changes the word.
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

/** The word of a cue, such as `SL`. */
export function cueWord(cue: Cue): string {
  return cue.name === 'move' ? MOVES[cue.to ?? 'spot'] : WORDS[cue.name];
}

/** The stretches that play a cue; the motor is on in the first and in the last. */
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

/** The cue of this name: any but a move. */
export function plainCue(name: Exclude<CueName, 'move'>): Cue {
  return { name, to: null };
}
