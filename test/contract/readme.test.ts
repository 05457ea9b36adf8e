/** What the README promises is what the machines run. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { objectAt } from '../../scripts/build/json.ts';
import { repositoryRoot } from '../../scripts/build/project.ts';
import { jsonOf, textOf } from './sources.ts';

const startCommand = 'npm ci && npm start';
const testCommand = 'npm ci && npm test';

test.each([startCommand, testCommand])('the README gives `%s`', (command) => {
  expect(textOf('README.md').split('\n')).toContain(command);
});

test('the continuous check runs exactly the README’s test command', () => {
  const commands = textOf('.ci/run')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !/^(?:set|cd) /.test(line));
  expect(commands).toEqual([testCommand]);
});

test('the continuous check can be started as it is', () => {
  expect(statSync(join(repositoryRoot, '.ci', 'run')).mode & 0o111).not.toBe(0);
});

test('every npm script that the README names exists', () => {
  const scripts = objectAt(jsonOf('package.json'), 'scripts');
  const named = [...textOf('README.md').matchAll(/npm run (?:--silent )?([a-z:-]+)/g)].map(
    (match) => match[1],
  );
  expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
});
