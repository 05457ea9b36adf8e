/**
 * Numbers of words in a record: the place in its list. Part of the format, so a list only ever grows at its end, and no
 * number is used for anything else. `docs/log-format.md` has the same lists; the watch writes by `letters.ts`.
 */
import type { HoldKit, Side, Stage, StepId } from '../routine/routine.ts';
import type { Ending, Outcome } from '../session/state.ts';
import type { Morning } from './record.ts';

export const PHASES: readonly Stage[] = ['sore', 'active', 'maintenance'];
export const TOOLS: readonly HoldKit[] = ['ball', 'hook', 'none'];
/** Steps with a number, to save bytes; every other is spelled in the record. 3 is kept for those. */
export const STEPS: readonly StepId[] = ['release-iliacus', 'release-back'];
export const SIDES: readonly Side[] = ['left', 'right'];
export const ENDINGS: readonly Ending[] = ['done', 'stopped', 'left'];
export const OUTCOMES: readonly Outcome[] = [
  'guided-to-end',
  'let-go',
  'not-easing',
  'interrupted',
  'skipped',
  'stopped',
];
export const MORNINGS: readonly Morning[] = ['worse', 'same', 'better'];
/** Routines with a number, to save bytes, from 1 on; every other is spelled in the record. 0 is kept for those. */
export const ROUTINES: readonly string[] = ['', 'hip-release'];
