/**
 * The patterns of version 0.1.0. A session that was open as the app was updated keeps them to its end: its wearer has learned no
 * others. Words of short (`S`) and long (`L`) pulses.
 */
import type { MoveTo } from '../routine/plan.ts';
import type { Cue, CueName, Strength, Stretch } from './vocabulary.ts';

const TIMINGS_MS: Readonly<Record<Strength, Readonly<Record<'S' | 'L' | 'gap', number>>>> = {
  gentle: { S: 200, L: 600, gap: 250 },
  normal: { S: 250, L: 750, gap: 250 },
  strong: { S: 300, L: 1_000, gap: 300 },
};

const WORDS: Readonly<Record<Exclude<CueName, 'move'> | MoveTo, string>> = {
  start: 'L',
  check: 'SL',
  press: 'LSSS',
  minimum: 'SSSS',
  beat: 'S',
  soft: 'S',
  done: 'SSSLLL',
  'come-back': 'LSSL',
  spot: 'LL',
  side: 'LLSS',
  step: 'LLSSSS',
};

/** The stretches that played a cue in version 0.1.0. */
export function firstEditionPattern({ name, to }: Cue, strength: Strength): readonly Stretch[] {
  const timing = TIMINGS_MS[strength];
  const stretches: Stretch[] = [];
  for (const pulse of WORDS[name === 'move' ? (to ?? 'spot') : name]) {
    if (stretches.length > 0) stretches.push({ on: false, durationMs: timing.gap });
    stretches.push({ on: true, durationMs: timing[pulse as 'S' | 'L'] });
  }
  return stretches;
}
