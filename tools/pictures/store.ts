/**
 * `npm run store`: from the screenshots of the packed app, the pictures of the store listing and the strip of the README;
 * from the icon's source, the store's icon. What is shown is what the app draws.
 */
import { reportFailure } from '../shared/failure.ts';
import { repositoryRoot } from '../shared/project.ts';
import { writeStoreImages } from './store-images.ts';

try {
  for (const file of await writeStoreImages(repositoryRoot)) process.stderr.write(`store: ${file}\n`);
} catch (error) {
  reportFailure(error);
}
