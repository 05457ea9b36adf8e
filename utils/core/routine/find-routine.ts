/** The routine that the wearer has picked, by its id. */
import { routines } from './built-in.ts';
import { defaultRoutine } from './default-routine.ts';
import type { Routine } from './routine.ts';

/** The built-in routine of this id; the default one where this version of the app has none of that name. */
export function findRoutine(id: string): Routine {
  return routines.find((routine) => routine.id === id) || defaultRoutine;
}
