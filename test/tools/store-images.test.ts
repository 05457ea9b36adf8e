/** The store's pictures and the README's strip show the current screenshots. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { storeImages } from '../../tools/pictures/store-images.ts';
import { repositoryRoot } from '../../tools/shared/project.ts';

it('every picture is what `npm run pictures -- store` makes of the screenshots', async () => {
  const stale: string[] = [];
  for (const [file, bytes] of await storeImages(repositoryRoot))
    if (!readFileSync(join(repositoryRoot, file)).equals(bytes)) stale.push(file);
  expect(stale).toEqual([]);
});
