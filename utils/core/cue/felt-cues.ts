/** The cues of the cue test, in the order in which a session brings them: every one that asks something of the wearer. */
import { type Cue, plainCue } from './vocabulary.ts';

export const feltCues: readonly Cue[] = [
  plainCue('start'),
  plainCue('check'),
  plainCue('minimum'),
  { name: 'move', to: 'spot' },
  { name: 'move', to: 'side' },
  { name: 'move', to: 'step' },
  plainCue('done'),
];
