/** `npm run routines`: writes the list of built-in routines. Every other command that needs it does so by itself. */
import { reportFailure } from './build/failure.ts';
import { repositoryRoot } from './build/project.ts';
import { writeRoutineList } from './build/routine-list.ts';

try {
  await writeRoutineList(repositoryRoot);
} catch (error) {
  reportFailure(error);
}
