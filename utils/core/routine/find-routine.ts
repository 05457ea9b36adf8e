/** The routine that the wearer has picked, by its id. */
import { routineIds, routines } from './built-in.ts';
import { defaultRoutine } from './default-routine.ts';
import type { Routine } from './routine.ts';

/** The built-in routine of this id; the default one where this version of the app has none of that name. */
export function findRoutine(id: string): Routine {
  return routines.find((routine) => routine.id === id) || defaultRoutine;
}

/** The built-in routine after the one of this id, and after the last the first; the first where there is none of that name. */
export function nextRoutine(id: string): string {
  return routineIds[(routineIds.indexOf(id) + 1) % routineIds.length] as string;
}
