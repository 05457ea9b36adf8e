/** What the README promises is what the continuous check runs. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEVICES, levelOf } from 'zepp-watch-simulator/devices';
import { modelsTable, withModels } from '../../tools/generate/models-table.ts';
import { withRoutineLists } from '../../tools/generate/routine-words.ts';
import { objectAt } from '../../tools/shared/json.ts';
import { repositoryRoot } from '../../tools/shared/project.ts';
import { jsonOf, textOf } from './sources.ts';

const startCommand = 'npm ci && npm start';
const testCommand = 'npm ci && npm test';

const { minVersion } = objectAt(objectAt(jsonOf('app.json'), 'runtime'), 'apiVersion');
const minimum = String(minVersion);

it.each([startCommand, testCommand])('the README gives `%s`', (command) => {
  expect(textOf('README.md').split('\n')).toContain(command);
});

it('the continuous check runs exactly the README’s test command', () => {
  const commands = textOf('.ci/run')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !/^(?:set|cd) /.test(line));
  expect(commands).toEqual([testCommand]);
});

it('the script of the continuous check is executable', () => {
  expect(statSync(join(repositoryRoot, '.ci', 'run')).mode & 0o111).not.toBe(0);
});

it('the table of watches in the wearer’s guide is what `npm run fix` makes of the device list', () => {
  const text = textOf('docs/wearer-guide.md');
  expect(withModels(text, modelsTable(DEVICES, minimum))).toBe(text);
});

it('every watch that the manifest allows is in the table', () => {
  const { length } = DEVICES.filter(({ apiLevel }) => levelOf(apiLevel) >= levelOf(minimum));
  const rows = modelsTable(DEVICES, minimum).split('\n').slice(2);
  expect(rows.flatMap((row) => row.split('|')[2]?.split(', ') ?? [])).toHaveLength(length);
});

it('the guide for developers names every script of the package', () => {
  const scripts = Object.keys(objectAt(jsonOf('package.json'), 'scripts'));
  const missing = scripts.filter(
    (name) => !new RegExp(`npm (?:run )?${name}\\b`).test(textOf('docs/developer-guide.md')),
  );
  expect(missing).toEqual(['prepare']);
  expect(scripts.length).toBeLessThanOrEqual(16);
});

it('the README has at most 900 words', () => {
  expect(textOf('README.md').split(/\s+/).length).toBeLessThanOrEqual(900);
});

it('the lists in CONTRIBUTING are what `npm run fix` makes of the routine’s types', () => {
  const text = textOf('CONTRIBUTING.md');
  expect(withRoutineLists(text)).toBe(text);
});

it('the moving picture of the README is below 1 MB', () => {
  expect(statSync(join(repositoryRoot, 'docs', 'pictures', 'session.webp')).size).toBeLessThan(1_000_000);
});
