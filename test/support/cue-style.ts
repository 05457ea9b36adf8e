import type { CueStyle } from '../../utils/core/cue/vocabulary.ts';

/** How a new wearer's cues are played. */
export const usualStyle: CueStyle = { strength: 'normal', motor: 'pattern' };
