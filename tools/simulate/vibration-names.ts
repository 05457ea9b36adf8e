/** What the simulator's page calls the vibrations of Iliacus, by their pulses in words. */
import { type Cue, cueWord, plainCue } from '../../utils/core/cue/vocabulary.ts';
import type { MoveTo } from '../../utils/core/routine/plan.ts';

const PULSES: Readonly<Record<string, string>> = { S: 'short', L: 'long', E: 'very long' };
const moveTo = (to: MoveTo): Cue => ({ name: 'move', to });

/** A soft pulse and a beat are as short as a begin, which has no name of its own for that reason. */
const NAMED: readonly (readonly [Cue, string])[] = [
  [plainCue('check'), 'Easing?'],
  [plainCue('minimum'), 'Minimum done'],
  [moveTo('spot'), 'Next spot'],
  [moveTo('side'), 'Other side'],
  [moveTo('step'), 'New position'],
  [plainCue('done'), 'Session done'],
  [plainCue('come-back'), 'Going on'],
];

/** Names by shape, such as `{ 'short, short': 'Easing?' }`. */
export const vibrationNames: Readonly<Record<string, string>> = Object.fromEntries(
  NAMED.map(([cue, name]) => [[...cueWord(cue)].map((pulse) => PULSES[pulse]).join(', '), name]),
);
