/** The routine that the wearer has picked, by its id. */
import { routineIds, routines } from './built-in.ts';
import { defaultRoutine } from './default-routine.ts';
import type { Routine } from './routine.ts';

/** A routine of the wearer's own, ready to be offered and planned. */
export interface OwnRoutine {
  readonly name: string;
  readonly routine: Routine;
  /** What its author says about safety, in one line; absent if nothing. */
  readonly safety?: string;
  /** The wearer of this watch has read that line. */
  readonly safetyRead?: boolean;
}

/** The routine of this id, of the wearer's own or a built-in one; the default one if there is none of that id. */
export function findRoutine(id: string, own: readonly OwnRoutine[] = []): Routine {
  const all = own.map(({ routine }) => routine).concat(routines);
  return all.find((routine) => routine.id === id) || defaultRoutine;
}

/** The id of the routine after this one, and after the last the first; the first if there is none of that id. */
export function nextRoutine(id: string, own: readonly OwnRoutine[] = []): string {
  const ids = routineIds.concat(own.map(({ routine }) => routine.id));
  return ids[(ids.indexOf(id) + 1) % ids.length] as string;
}
