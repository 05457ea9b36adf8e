/** How long the recipes of CONTRIBUTING.md are; that they work is `recipes.test.ts`. */
import { expect, it } from 'vitest';
import { sectionOf } from '../support/document-commands.ts';
import { textOf } from './sources.ts';

const guide = textOf('CONTRIBUTING.md');

it.each(['A routine', 'A language', 'A device', 'An outlet'])(
  'the recipe "%s" has fewer than ten lines',
  (heading) => {
    const lines = sectionOf(guide, heading)
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('```'));
    expect(lines.length).toBeLessThan(10);
  },
);
