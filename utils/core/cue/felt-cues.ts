/** The cues that the cue test plays: every one that asks something of the wearer in a session. */
import { type Cue, plainCue } from './vocabulary.ts';

/** The three moves follow each other, because the wearer has to tell them apart. The hook alone has the press cue. */
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
