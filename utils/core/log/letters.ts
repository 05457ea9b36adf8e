/**
 * The numbers of `codes.ts` for the watch, which cannot afford the words: where no other word than those of a list can come,
 * each is told from the others by one letter. A test holds every word against its number. Names that a routine makes up
 * (its own and its steps') are compared as a whole.
 */
import type { HoldKit, Side, Stage, StepId } from '../routine/routine.ts';
import type { Ending, Outcome } from '../session/state.ts';
import type { Morning } from './record.ts';

export function phaseCode(phase: Stage): number {
  return code(phase, 'oca');
}

export function toolCode(tool: HoldKit): number {
  return 'bhn'.indexOf(tool[0] as string);
}

export function sideCode(side: Side | undefined): number {
  return side === 'right' ? 1 : 0;
}

/** 3 for a step that has to be spelled. */
export function stepCode(step: StepId): number {
  return ['release-iliacus', 'release-back'].indexOf(step) & 3;
}

export function endingCode(ending: Ending): number {
  return code(ending, 'ote');
}

export function outcomeCode(outcome: Outcome): number {
  return code(outcome, 'ueonkt');
}

export function morningCode(morning: Morning): number {
  return code(morning, 'oae');
}

/** The routine of number 1; any other has number 0 and is spelled. */
export const KNOWN_ROUTINE = 'hip-release';

function code(word: string, letters: string): number {
  return letters.indexOf(word[1] as string);
}
