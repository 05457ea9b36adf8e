/**
 * The numbers of `codes.ts` for the watch, which cannot afford the words: each word of a list is told from the others by one
 * letter, its second or its last. A test holds every word against its number.
 */
import type { RoutinePhase, Side, StepId, Tool } from '../routine/routine.ts';
import type { Ending, Outcome } from '../session/state.ts';
import type { Morning } from './record.ts';

export function phaseCode(phase: RoutinePhase): number {
  return code('oca', phase);
}

export function toolCode(tool: Tool): number {
  return code('ao', tool);
}

export function sideCode(side: Side | undefined): number {
  return side === 'right' ? 1 : 0;
}

export function stepCode(step: StepId): number {
  return 'skh'.indexOf(step.slice(-1));
}

export function endingCode(ending: Ending): number {
  return code('ote', ending);
}

export function outcomeCode(outcome: Outcome): number {
  return code('ueonkt', outcome);
}

export function morningCode(morning: Morning): number {
  return code('oae', morning);
}

/** 0 for a routine that is not built in. */
export function routineCode(routine: string): number {
  return routine === 'hip-release' ? 1 : 0;
}

function code(seconds: string, word: string): number {
  return seconds.indexOf(word.charAt(1));
}
