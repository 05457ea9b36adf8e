/** The routine that a new wearer begins with. */
import type { Routine } from './routine.ts';
import { routine } from './routines/hip-release.ts';

export const defaultRoutine: Routine = routine;
