/**
 * `npm run notices`: writes THIRD-PARTY-NOTICES.md for the packages whose code ships in the app's bundles.
 * Tools and test libraries are not in it, since nothing of them reaches a watch or a phone.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportFailure } from './build/failure.ts';
import { noticesText } from './build/notices-text.ts';
import { repositoryRoot } from './build/project.ts';

try {
  await writeFile(join(repositoryRoot, 'THIRD-PARTY-NOTICES.md'), await noticesText(repositoryRoot));
} catch (error) {
  reportFailure(error);
}
