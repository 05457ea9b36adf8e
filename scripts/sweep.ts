/**
 * `npm run sweep -- cues`: random fault schedules on the packed app, judged from the motor and true time alone. Prints counts,
 * lateness, and each failure with its seed; `--matrix` does each named fault at every second instead. Exit code 1 on a failure.
 */
import { parseArgs } from 'node:util';
import type { Count } from './sweep/count.ts';
import { sweepCrash } from './sweep/crash.ts';
import { faultText } from './sweep/fault.ts';
import { sweepFuzz } from './sweep/fuzz.ts';
import { sweepLink } from './sweep/link.ts';
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

/** The sweeps of the log and its sync, by name, with their full number of cases. */
const counted: Readonly<Record<string, () => Count>> = {
  crash: () => sweepCrash(countOr(50), whole('every', values.every), whole('seed', values.seed)),
  link: () => sweepLink(countOr(100_000), 0.3, whole('seed', values.seed)),
  fuzz: () => sweepFuzz(countOr(1_000_000), whole('seed', values.seed)),
};

function countOr(full: number): number {
  return process.argv.some((word) => word.startsWith('--count')) ? whole('count', values.count) : full;
}

try {
  const sweep = counted[positionals[0] ?? ''];
  if (sweep !== undefined) {
    const { seen, ...count } = sweep();
    process.stdout.write(`${JSON.stringify(values.json ? count : { ...count, seen })}\n`);
    process.exit(count.lost + count.doubled + count.unreadable > 0 ? 1 : 0);
  }
  if (positionals[0] !== 'cues') throw new Error('say what to sweep: cues, crash, link or fuzz');
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
