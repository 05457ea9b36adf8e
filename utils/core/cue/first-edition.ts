/**
 * The patterns of version 0.1.0. A session that was open during the update of the app keeps them to its end, because its wearer
 * has learned no others. Words of short (`S`) and long (`L`) pulses.
 */
import type { MoveTo } from '../routine/plan.ts';
import type { CueName, Strength } from './vocabulary.ts';

/** How long a long pulse was, ms. Short ones have not changed. */
export const FIRST_LONG_MS: Readonly<Record<Strength, number>> = { gentle: 600, normal: 750, strong: 1_000 };

/** The least time between two pulses, ms; a short pulse that is longer gives the time. */
export const FIRST_GAP_MS = 250;

export const FIRST_WORDS: Readonly<Record<CueName | MoveTo, string>> = {
  start: 'L',
  check: 'SL',
  press: 'LSSS',
  minimum: 'SSSS',
  beat: 'S',
  soft: 'S',
  done: 'SSSLLL',
  'come-back': 'LSSL',
  move: 'LL',
  spot: 'LL',
  side: 'LLSS',
  step: 'LLSSSS',
};
