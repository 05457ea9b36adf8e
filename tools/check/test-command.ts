/** `npm test`: every gate of this repository, one after the other, then the tests. */
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { writeRoutineList } from '../generate/routine-list.ts';
import { installedFile, projectAt, repositoryRoot } from '../shared/project.ts';
import { type Gate, runGate } from './gate.ts';
import { countTests } from './test-count.ts';

const project = projectAt(repositoryRoot);
const TEST_REPORT = join(repositoryRoot, '.cache', 'tests.json');

const gate = (heading: string, packageName: string, file: string, ...args: readonly string[]): Gate => ({
  heading,
  program: process.execPath,
  args: [installedFile(project, packageName, file), ...args],
});
const toolGate = (heading: string, ...args: readonly string[]): Gate =>
  gate(heading, 'tsx', 'dist/cli.mjs', join(repositoryRoot, 'tools', 'main.ts'), ...args);

const GATES: readonly Gate[] = [
  gate('format and lint', '@biomejs/biome', 'bin/biome', 'check', '--error-on-warnings', '.'),
  gate(
    'spelling',
    'cspell',
    'bin.mjs',
    'lint',
    '--quiet',
    '--cache',
    '--cache-location',
    '.cache/cspell',
    '.',
  ),
  gate('types', 'typescript', 'bin/tsc', '-b'),
  gate('dead code', 'knip', 'bin/knip.js'),
  toolGate('build, engine and sizes', 'build', '--size'),
  toolGate('probe', 'probe'),
];

const TESTS = gate(
  'tests',
  'vitest',
  'vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${TEST_REPORT}`,
);

export function testCommand(): Command {
  return new Command('npm test --')
    .description(
      'Runs every gate and all tests, even after a failure. The last line is "N passed, N failed".',
    )
    .action(test);
}

async function test(): Promise<void> {
  await writeRoutineList(repositoryRoot);
  const failed: string[] = [];
  for (const one of GATES) if (!(await runGate(one, repositoryRoot))) failed.push(one.heading);

  // Remove the report of an earlier run: it must not be counted if this one dies.
  await mkdir(dirname(TEST_REPORT), { recursive: true });
  await rm(TEST_REPORT, { force: true });
  const isTestRunPassed = await runGate(TESTS, repositoryRoot);
  const tests = await countTests(TEST_REPORT);
  if (!isTestRunPassed && tests.failed === 0) failed.push('tests, outside of any test');

  process.stdout.write('\n');
  for (const heading of failed) process.stdout.write(`failed: ${heading}\n`);
  const failures = tests.failed + failed.length;
  const passed = tests.passed + GATES.filter(({ heading }) => !failed.includes(heading)).length;
  process.stdout.write(`${passed} passed, ${failures} failed\n`);
  if (failures > 0) process.exitCode = 1;
}
