/**
 * `npm run sweep -- cues`: random fault schedules on the packed app, judged from the motor and true time alone. Prints counts,
 * lateness, and each failure with its seed; `--matrix` does each named fault at every second of a slot and around every
 * transition instead, `--every 10` at each tenth of those, `--only call` those with "call" in their name. Exit code 1 on a failure.
 * The work is shared by `--jobs` processes; what is printed does not depend on how many there are.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../package/pipeline.ts';
import { repositoryRoot } from '../shared/project.ts';
import { measureDrift } from './cues/drift.ts';
import { FAULTS } from './cues/matrix.ts';
import { sweepInProcesses } from './cues/processes.ts';
import type { Tally } from './cues/tally.ts';
import { isWorker, type Task, work } from './cues/task.ts';

type Report = Tally & { readonly driftMs: number; readonly tookS: number };

/** Sweeps of the log and its sync: they stand on the tests' fakes, so they live beside the tests and run as a program of their own. */
const OF_THE_LOG = ['crash', 'link', 'fuzz', 'mutants'];

if (OF_THE_LOG.includes(process.argv[2] ?? '')) sweepLog();
else if (isWorker()) work();
else await main();

function sweepLog(): void {
  const program = join(repositoryRoot, 'tools', 'sweep', 'log.ts');
  const { status } = spawnSync('npx', ['tsx', program, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

async function main(): Promise<void> {
  try {
    const { task, jobs, isJson } = asked();
    const startedMs = Date.now();
    await ensureBuilt({ isQuiet: true });
    const tally = await sweepInProcesses(task, jobs);
    const driftMs = await measureDrift();
    const report: Report = { ...tally, driftMs, tookS: Math.round((Date.now() - startedMs) / 1000) };
    process.stdout.write(isJson ? `${JSON.stringify(report)}\n` : asText(report));
    process.exitCode = report.failures.length > 0 ? 1 : 0;
  } catch (error) {
    process.stderr.write(`sweep: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

function asked(): { readonly task: Task; readonly jobs: number; readonly isJson: boolean } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      matrix: { type: 'boolean', default: false },
      every: { type: 'string', default: '1' },
      only: { type: 'string' },
      jobs: { type: 'string', default: '2' },
    },
  });
  if (positionals[0] !== 'cues') throw new Error('say what to sweep: cues, crash, link, fuzz or mutants');
  const count = whole('count', values.count);
  const every = Math.max(1, whole('every', values.every));
  const seed = whole('seed', values.seed);
  return {
    task: values.matrix
      ? { of: 'matrix', every, only: faultNames(values.only) }
      : { of: 'seeds', seed, count },
    jobs: Math.max(1, whole('jobs', values.jobs)),
    isJson: values.json,
  };
}

/** Those faults of the matrix whose name contains `part`; all where it is not given. */
function faultNames(part = ''): readonly string[] {
  const names = Object.keys(FAULTS).filter((name) => name.includes(part));
  if (names.length === 0)
    throw new Error(`--only ${part}: no fault is called so: ${Object.keys(FAULTS).join(', ')}`);
  return names;
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new Error(`--${name} must be a whole number, not "${text}"`);
  return value;
}

function asText(report: Report): string {
  const { page, helper, ...all } = report.latenessMs;
  const line = (name: string, of: { p50: number; p99: number; max: number }): string =>
    `late, ${name}: p50 ${of.p50} ms, p99 ${of.p99} ms, at most ${of.max} ms`;
  return [
    `${report.schedules} schedules, ${report.cues} cues, in ${report.tookS} s`,
    `early ${report.early}, lost ${report.lost}, doubled ${report.doubled} (lost with nobody there: ${report.excused}; sessions not followed to their end: ${report.untracked})`,
    line('all', all),
    line('page', page),
    line('helper', helper),
    `drift over 30 minutes, timers 2 % slow: ${report.driftMs} ms`,
    ...report.failures.flatMap(({ of, findings, schedule }) => [
      of,
      ...findings.map((text) => `  ${text}`),
      ...schedule.map((text) => `    ${text}`),
    ]),
    '',
  ].join('\n');
}
