/** The third-party notice tells of what ships now, not of what shipped once. */
import { expect, it } from 'vitest';
import { noticesText } from '../../tools/generate/notices.ts';
import { repositoryRoot } from '../../tools/shared/project.ts';
import { textOf } from './sources.ts';

it('the third-party notice is the one that `npm run fix` writes', async () => {
  expect(textOf('THIRD-PARTY-NOTICES.md')).toBe(await noticesText(repositoryRoot));
});
