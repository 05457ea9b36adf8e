/**
 * `npm run sweep -- cues`: random fault schedules on the packed app, judged from the motor and true time alone. Prints counts,
 * lateness, and each failure with its seed; `--matrix` does each named fault at every second instead. Exit code 1 on a failure.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from './build/project.ts';
import { faultText } from './sweep/fault.ts';
import { matrixCells } from './sweep/matrix.ts';
import { createSweeper } from './sweep/run.ts';
import { scheduleOf } from './sweep/schedule.ts';
import { createCounter, type Tally } from './sweep/tally.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    matrix: { type: 'boolean', default: false },
    every: { type: 'string', default: '1' },
  },
});

/** Sweeps of the log and its sync: they stand on the tests' fakes, so they live beside the tests and run as a program of their own. */
const OF_THE_LOG = ['crash', 'link', 'fuzz', 'mutants'];

try {
  if (OF_THE_LOG.includes(positionals[0] ?? '')) {
    const main = join(repositoryRoot, 'test', 'sweep', 'main.ts');
    const { status } = spawnSync('npx', ['tsx', main, ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exit(status ?? 1);
  }
  if (positionals[0] !== 'cues') throw new Error('say what to sweep: cues, crash, link, fuzz or mutants');
  const tally = values.matrix ? await sweepMatrix() : await sweepSeeds();
  process.stdout.write(values.json ? `${JSON.stringify(tally)}\n` : asText(tally));
  process.exitCode = tally.failures.length > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`sweep: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new Error(`--${name} must be a whole number, not "${text}"`);
  return value;
}

async function sweepSeeds(): Promise<Tally> {
  const sweeper = await createSweeper();
  const counter = createCounter();
  const first = whole('seed', values.seed);
  const count = whole('count', values.count);
  for (let seed = first; seed < first + count; seed++) {
    const schedule = scheduleOf(seed);
    const { device, consent, choices } = schedule;
    const words = [
      `${device}, consent ${consent}, ${JSON.stringify(choices)}`,
      ...schedule.faults.map(faultText),
    ];
    counter.add(`--seed ${seed} --count 1`, await sweeper.run(schedule), words);
  }
  return counter.tally();
}

async function sweepMatrix(): Promise<Tally> {
  const sweeper = await createSweeper();
  const counter = createCounter();
  for (const { name, schedule } of matrixCells(whole('every', values.every) * 1000)) {
    counter.add(name, await sweeper.run(schedule), schedule.faults.map(faultText));
  }
  return counter.tally();
}

function asText(tally: Tally): string {
  const { page, standby, ...all } = tally.latenessMs;
  const line = (name: string, of: { p50: number; p99: number; max: number }): string =>
    `late, ${name}: p50 ${of.p50} ms, p99 ${of.p99} ms, at most ${of.max} ms`;
  return [
    `${tally.schedules} schedules, ${tally.cues} cues`,
    `early ${tally.early}, lost ${tally.lost}, doubled ${tally.doubled} (lost with nobody there: ${tally.excused})`,
    line('all', all),
    line('page', page),
    line('standby', standby),
    ...tally.failures.flatMap(({ of, findings, schedule }) => [
      of,
      ...findings.map((text) => `  ${text}`),
      ...schedule.map((text) => `    ${text}`),
    ]),
    '',
  ].join('\n');
}
