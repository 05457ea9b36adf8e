/**
 * `npm run check`: every gate of this repository, one after the other, then the tests.
 * Goes on after a failure, so that one run tells everything; its last line is "N passed, N failed".
 */
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeRoutineList } from '../package/routine-list.ts';
import { installedFile, projectAt, repositoryRoot } from '../shared/project.ts';
import { type Gate, type GateOutcome, runGate } from './gate.ts';
import { countTests } from './test-count.ts';

const project = projectAt(repositoryRoot);
const report = join(repositoryRoot, '.cache', 'tests.json');

const tool = (packageName: string, file: string): string => installedFile(project, packageName, file);
const node = (heading: string, ...args: readonly string[]): Gate => ({
  heading,
  program: process.execPath,
  args,
});
const script = (heading: string, ...args: readonly string[]): Gate =>
  node(heading, tool('tsx', 'dist/cli.mjs'), ...args);

const gates: readonly Gate[] = [
  node('format and lint', tool('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings', '.'),
  node('types', tool('typescript', 'bin/tsc'), '-b'),
  node('dead code', tool('knip', 'bin/knip.js')),
  script('build and engine', 'tools/package/main.ts'),
  script('probe', 'tools/probe/build.ts'),
  script('sizes', 'tools/package/size.ts'),
];

const tests = node(
  'tests',
  tool('vitest', 'vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
);

await writeRoutineList(repositoryRoot);
const outcomes: GateOutcome[] = [];
for (const gate of gates) outcomes.push(await runGate(gate, repositoryRoot));

// A report of an earlier run must not be counted if this one dies.
await mkdir(dirname(report), { recursive: true });
await rm(report, { force: true });
const testRun = await runGate(tests, repositoryRoot);
const counted = await countTests(report);

const failedGates = outcomes.filter(({ isPassed }) => !isPassed);
const hasUncountedFailure = !testRun.isPassed && counted.failed === 0;
const passed = counted.passed + outcomes.length - failedGates.length;
const failed = counted.failed + failedGates.length + (hasUncountedFailure ? 1 : 0);

process.stdout.write('\n');
for (const { heading } of failedGates) process.stdout.write(`failed: ${heading}\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
if (failed > 0) process.exitCode = 1;
