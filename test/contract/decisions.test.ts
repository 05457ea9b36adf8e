/** Every dependency is a documented decision. */
import { expect, it } from 'vitest';
import { objectAt } from '../../tools/shared/json.ts';
import { jsonOf, textOf } from './sources.ts';

it('the decisions have a line for every dependency of the root', () => {
  const manifest = jsonOf('package.json');
  const names = Object.keys({
    ...objectAt(manifest, 'dependencies'),
    ...objectAt(manifest, 'devDependencies'),
  });
  const decisions = textOf('docs/decisions/dependencies.md');
  expect(names.filter((name) => !decisions.includes(`\`${name}\``))).toEqual([]);
});
