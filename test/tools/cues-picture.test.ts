import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cuesPicture } from '../../tools/pictures/cues-picture.ts';
import { repositoryRoot } from '../../tools/shared/project.ts';

it('the picture of the cues is what `npm run pictures -- session` draws of the current patterns', () => {
  expect(readFileSync(join(repositoryRoot, 'docs', 'pictures', 'cues.svg'), 'utf8')).toBe(cuesPicture());
});
