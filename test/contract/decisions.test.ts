/** Every dependency is a decision that somebody wrote down. */
import { expect, it } from 'vitest';
import { objectAt } from '../../tools/shared/json.ts';
import { jsonOf, textOf } from './sources.ts';

it('every dependency of the root has its line in the decisions', () => {
  const manifest = jsonOf('package.json');
  const names = Object.keys({
    ...objectAt(manifest, 'dependencies'),
    ...objectAt(manifest, 'devDependencies'),
  });
  const decisions = textOf('docs/decisions/dependencies.md');
  expect(names.filter((name) => !decisions.includes(`\`${name}\``))).toEqual([]);
});
