/**
 * `npm run notices`: writes THIRD-PARTY-NOTICES.md for the packages whose code ships in the app's bundles.
 * Tools and test libraries are not in it, since nothing of them reaches a watch or a phone.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportFailure } from '../shared/failure.ts';
import { repositoryRoot } from '../shared/project.ts';
import { noticesText } from './notices-text.ts';

try {
  await writeFile(join(repositoryRoot, 'THIRD-PARTY-NOTICES.md'), await noticesText(repositoryRoot));
} catch (error) {
  reportFailure(error);
}
