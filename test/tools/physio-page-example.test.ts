import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { physioPageExample } from '../../tools/pictures/physio-page-example.ts';
import { repositoryRoot } from '../../tools/shared/project.ts';

it('the page that the guide for physios shows is what the phone makes now', () => {
  expect(readFileSync(join(repositoryRoot, 'docs', 'pictures', 'physio-page.txt'), 'utf8')).toBe(
    physioPageExample(),
  );
});
