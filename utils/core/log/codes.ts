/**
 * The code of a word in a record is its index in one of these lists, which `docs/log-format.md` repeats. They are part of the
 * format: new words are added only at the end, and no code is ever reused for another word.
 */
import type { HoldKit, Side, Stage, StepId } from '../routine/routine.ts';
import type { Ending, Outcome } from '../session/state.ts';
import type { Morning } from './record.ts';

export const PHASES: readonly Stage[] = ['sore', 'active', 'maintenance'];
export const TOOLS: readonly HoldKit[] = ['ball', 'hook', 'none'];
export const SIDE_ORDERS: readonly (readonly Side[])[] = [
  ['left'],
  ['right'],
  ['left', 'right'],
  ['right', 'left'],
];
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

/** Steps that a record names by a code, to save bytes. Any other step is spelled. */
export const STEPS: readonly StepId[] = ['release-iliacus', 'release-back'];
/** The code that means "the name follows as a word". No step has it. */
export const SPELLED_STEP = 3;

/** Routines that a record names by a code, to save bytes. Any other has code 0, and its name follows as a word. */
export const ROUTINES: readonly string[] = ['', 'hip-release'];
export const SPELLED_ROUTINE = 0;

/** The code of a name, or `spelled` where the list does not have it. */
export function codeOr(spelled: number, names: readonly string[], name: string): number {
  const code = names.indexOf(name);
  return code < 0 ? spelled : code;
}

/** The code of an order of sides: left, right, left then right, right then left. */
export function sideOrderCode(sides: readonly Side[]): number {
  return SIDE_ORDERS.findIndex((order) => order.join() === sides.join());
}
