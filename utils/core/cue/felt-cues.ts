/** Which cues the feel test plays: each that asks something of the wearer in a session. */
import { type Cue, plainCue } from './vocabulary.ts';

/** The moves stand beside each other, as they have to be told apart; the hook has a cue of its own. */
export function feltCues(hasHook: boolean): readonly Cue[] {
  const cues: Cue[] = [
    plainCue('start'),
    plainCue('minimum'),
    plainCue('check'),
    { name: 'move', to: 'spot' },
    { name: 'move', to: 'side' },
    { name: 'move', to: 'step' },
    plainCue('done'),
  ];
  if (hasHook) cues.push(plainCue('press'));
  return cues;
}
