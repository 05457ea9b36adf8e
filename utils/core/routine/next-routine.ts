/** The order in which the wearer goes through the routines. */
import { routineIds } from './built-in.ts';

/** The built-in routine after the one of this id, and after the last the first; the first where there is none of that name. */
export function nextRoutine(id: string): string {
  return routineIds[(routineIds.indexOf(id) + 1) % routineIds.length] as string;
}
