/** Runs the quick commands of the guide for developers, as a shell would do. `npm run check:fresh` runs the long ones. */
import { spawnSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { shellLines } from '../../tools/check/document-commands.ts';
import { ensureBuilt } from '../../tools/package/build.ts';
import { repositoryRoot } from '../../tools/shared/project.ts';
import { textOf } from '../contract/sources.ts';

beforeAll(() => ensureBuilt({ isQuiet: true }));

function run(command: string): { readonly code: number | null; readonly said: string } {
  const done = spawnSync(command, { cwd: repositoryRoot, shell: true, encoding: 'utf8' });
  return { code: done.status, said: `${done.stdout}${done.stderr}` };
}

const simulations = shellLines(textOf('docs/developer-guide.md')).filter((line) =>
  line.startsWith('npm run simulate'),
);

it('the guide has two simulated sessions', () => {
  expect(simulations).toHaveLength(2);
});

it.each(simulations)('`%s` plays a session to its end', (command) => {
  const { code, said } = run(command);
  expect(said).toContain('minimum');
  expect(code).toBe(0);
});
