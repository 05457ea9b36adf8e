/** `npm run routines`: writes the list of built-in routines. Every other command that needs it does so by itself. */
import { reportFailure } from '../shared/failure.ts';
import { repositoryRoot } from '../shared/project.ts';
import { writeRoutineList } from './routine-list.ts';

try {
  await writeRoutineList(repositoryRoot);
} catch (error) {
  reportFailure(error);
}
