/** The README's quick commands, run as a shell would run them. The long ones are run by `npm run check:fresh`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBuilt } from '../../tools/package/build.ts';
import { repositoryRoot } from '../../tools/shared/project.ts';
import { textOf } from '../contract/sources.ts';
import { shellLines } from '../support/document-commands.ts';

/** Without a catalogue, whatever the computer's owner has. */
const emptyHome = mkdtempSync(join(tmpdir(), 'home-'));

beforeAll(() => ensureBuilt({ isQuiet: true }));
afterAll(() => rmSync(emptyHome, { recursive: true, force: true }));

function run(command: string): { readonly code: number | null; readonly said: string } {
  const env = { ...process.env, HOME: emptyHome, USERPROFILE: emptyHome };
  const done = spawnSync(command, { cwd: repositoryRoot, shell: true, encoding: 'utf8', env });
  return { code: done.status, said: `${done.stdout}${done.stderr}` };
}

const simulations = shellLines(textOf('README.md')).filter((line) => line.startsWith('npm run simulate'));

it('the README gives two simulated sessions', () => {
  expect(simulations).toHaveLength(2);
});

it.each(simulations)('`%s` plays a session to its end', (command) => {
  const { code, said } = run(command);
  expect(said).toContain('minimum');
  expect(code).toBe(0);
});

it('`npm run preview` refuses without the genuine catalogue, and says how to have it', () => {
  const { code, said } = run('npm run preview');
  expect(said).toContain('The genuine device catalogue is missing');
  expect(said).toContain('cache update');
  expect(code).toBe(1);
});

it('`npm run release` refuses, and lists what is missing', () => {
  const { code, said } = run('npm run release -- --app-id 27001');
  expect(said).toContain('Nothing was built');
  expect(said).toContain('- The genuine device catalogue is missing');
  expect(said).toContain('- App id 27001 is the development id.');
  expect(code).toBe(1);
});
