/** `npm run sweep`: the long fault sweeps. Each has a small form among the tests; exit code 1 on any finding. */
import { spawnSync } from 'node:child_process';
import { Command, InvalidArgumentError } from 'commander';
import { positiveNumber, wholeNumber } from 'zepp-watch-simulator/command-line';
import { ensureBuilt } from '../package/build.ts';
import { repositoryRoot } from '../shared/project.ts';
import { measureDrift } from './cues/drift.ts';
import { FAULTS } from './cues/matrix.ts';
import { type CueReport, cueReportText } from './cues/report.ts';
import { type Count, countText, joined } from './log/count.ts';
import { sweepDelivery } from './log/delivery.ts';
import { sweepFuzz } from './log/fuzz.ts';
import { sweepLink, sweepZml } from './log/link.ts';
import { sweepRoutineCodes } from './log/routine-codes.ts';
import { sweepStorage } from './log/storage.ts';
import { sweepTakenNumbers } from './log/taken-numbers.ts';
import { MUTANTS } from './mutant-list.ts';
import { sweepMutants } from './mutants.ts';
import { sweepStryker } from './stryker.ts';
import { runWorker, sweepCrashInProcesses, sweepCuesInProcesses, sweepYearsInProcesses } from './workers.ts';

/** Share of messages that meet a fault on the radio. */
const FAULT_RATE = 0.3;
/** For so many histories of the link there is one of two watches with one number, and one of imports and deliveries. */
const OTHERS_SHARE = 10;
const FULL_CASES = { link: 100_000, zml: 2_000 } as const;

interface CommonOptions {
  readonly seed: number;
  readonly json?: boolean;
}

interface CuesOptions extends CommonOptions {
  readonly count: number;
  readonly matrix?: boolean;
  readonly every: number;
  readonly only: string;
  readonly jobs: number;
}

interface CrashOptions extends CommonOptions {
  readonly count: number;
  readonly every: number;
  readonly spoilt: number;
  readonly jobs: number;
}

interface YearOptions extends CommonOptions {
  readonly count: number;
  readonly jobs: number;
}

export function sweepCommand(): Command {
  const command = new Command('npm run sweep --').description(
    'Looks for lost, doubled and early cues, lost records, contradictions and undetected mutants under many faults.',
  );
  const sweep = (name: string, description: string): Command =>
    command
      .command(name)
      .description(description)
      .option('--seed <number>', 'seed of the first random schedule', wholeNumber, 1)
      .option('--json', 'print JSON on stdout');

  sweep('cues', 'Random faults on the packed app, judged only by the motor and true time.')
    .option('--count <number>', 'random schedules', wholeNumber, 10_000)
    .option('--matrix', 'instead, run each named fault at every second of a slot and around every transition')
    .option('--every <number>', 'run only every nth cell of the matrix', positiveNumber, 1)
    .option('--only <part>', 'run only the faults of the matrix with this text in their name', '')
    .option('--jobs <number>', 'processes that share the work; the result is the same', positiveNumber, 2)
    .action(sweepCues);
  sweep(
    'crash',
    'Loses power at every byte that is written while sessions are logged and synced; lets storage fail from every write on; deletes, cuts, swaps and replaces files.',
  )
    .option('--count <number>', 'sessions with a power loss', positiveNumber, 50)
    .option(
      '--every <number>',
      'of the bytes of a write, and of the refusals, every so many',
      positiveNumber,
      1,
    )
    .option('--spoilt <number>', 'folders whose files are damaged between two launches', wholeNumber, 2_000)
    .option('--jobs <number>', 'processes that share the work; the result is the same', positiveNumber, 2)
    .action(async ({ count, every, spoilt, seed, jobs, json }: CrashOptions) => {
      const crash = await sweepCrashInProcesses({ sessions: count, every, seed }, jobs);
      printCount(joined(crash, sweepStorage({ every, spoils: spoilt, seed, onFinding: tell })), json);
    });
  sweep(
    'link',
    'Sessions, restarts, wiped phones, deletions, lost logs, wrong clocks and two watches with one number over an unreliable radio; imports in any order, and a webhook that redirects.',
  )
    .option('--count <number>', 'random histories', positiveNumber)
    .option('--zml', 'use the real zml at both ends')
    .action(async ({ count, zml, seed, json }: CommonOptions & { count?: number; zml?: boolean }) => {
      const [histories, cases] = zml === true ? [sweepZml, FULL_CASES.zml] : [sweepLink, FULL_CASES.link];
      const sent = await histories(count ?? cases, FAULT_RATE, seed);
      const others = Math.ceil((count ?? cases) / OTHERS_SHARE);
      const taken = sweepTakenNumbers(others, FAULT_RATE, seed, tell);
      const delivered = await sweepDelivery(others, seed, tell);
      printCount(joined(joined(sent, taken), delivered), json);
    });
  sweep(
    'fuzz',
    'Gives damaged frames, records, messages and keys, and foreign texts, to every reader of stored or received data.',
  )
    .option('--count <number>', 'inputs', positiveNumber, 1_000_000)
    .action(({ count, seed, json }: CommonOptions & { readonly count: number }) =>
      printCount(sweepFuzz(count, seed, tell), json),
    );
  sweep(
    'codes',
    'Codes of routines with changed letters, bytes and lengths, half of them with a correct checksum.',
  )
    .option('--count <number>', 'codes', positiveNumber, 100_000)
    .action(({ count, seed, json }: CommonOptions & { readonly count: number }) =>
      printCount(sweepRoutineCodes(count, seed, tell), json),
    );
  sweep('year', 'Years of a careless wearer: compares what the app says with what happened.')
    .option('--count <number>', 'random years', positiveNumber, 1_000)
    .option('--jobs <number>', 'processes that share the work; the result is the same', positiveNumber, 2)
    .action(sweepYears);
  command
    .command('mutants')
    .description('Changes one line of the sources at a time, and expects a test to fail for each.')
    .option('--count <number>', 'run only the first so many of the list', positiveNumber, MUTANTS.length)
    .option(
      '--only <part>',
      'run only those with this text in the path of their file or in their description',
      '',
    )
    .action(async ({ count, only }: { readonly count: number; readonly only: string }) => {
      const wanted = MUTANTS.filter(({ file, what }) => `${file} ${what}`.includes(only));
      if (!(await sweepMutants(wanted.slice(0, count)))) process.exitCode = 1;
    });
  command
    .command('stryker')
    .description(
      'Stryker changes each expression of folders of the sources, and expects a unit test to fail for each, or the type check.',
    )
    .argument('<folders...>', 'for example utils/core/sync, or one file')
    .option(
      '--share <number>',
      'of the mutants, as many are tried; they are drawn by the seed',
      shareOfOne,
      1,
    )
    .option('--seed <number>', 'seed of the sample', wholeNumber, 1)
    .option('--own', 'with the tests of the folder alone')
    .option('--no-static', 'without what takes effect as a file is loaded: quicker')
    .action(sweepByStryker);
  command
    .command('properties')
    .description('Runs the random tests of the core and of the loops around it with all their runs.')
    .action(() => runTests(['test/core', 'test/run'], { ILIACUS_PROPERTY_RUNS: 'full' }));
  command
    .command('touches')
    .description(
      'Random stray touches during holds on the packed app: none may change, lose or end anything.',
    )
    .option('--count <number>', 'sessions', positiveNumber, 1_000)
    .action(({ count }: { readonly count: number }) =>
      runTests(['test/e2e/stray-touches.test.ts'], { FUZZ_SESSIONS: String(count) }),
    );
  command.command('worker', { hidden: true }).argument('<work>').action(runWorker);
  return command;
}

async function sweepCues(options: CuesOptions): Promise<void> {
  const { count, matrix, every, only, seed, jobs, json } = options;
  const startedMs = Date.now();
  await ensureBuilt({ isQuiet: true });
  const tally = await sweepCuesInProcesses(
    matrix === true ? { of: 'matrix', every, only: faultNames(only) } : { of: 'seeds', seed, count },
    jobs,
  );
  const driftMs = await measureDrift();
  const report: CueReport = { ...tally, driftMs, tookS: Math.round((Date.now() - startedMs) / 1000) };
  process.stdout.write(json === true ? `${JSON.stringify(report)}\n` : cueReportText(report));
  if (report.failures.length > 0) process.exitCode = 1;
}

/** The faults of the matrix whose name contains `part`. */
function faultNames(part: string): readonly string[] {
  const names = Object.keys(FAULTS).filter((name) => name.includes(part));
  if (names.length === 0)
    throw new Error(`No fault has "${part}" in its name: ${Object.keys(FAULTS).join(', ')}.`);
  return names;
}

async function sweepYears({ count, seed, jobs, json: isJson }: YearOptions): Promise<void> {
  const years = await sweepYearsInProcesses({ count, seed }, jobs);
  const sessions = years.reduce((sum, year) => sum + year.sessions, 0);
  const faults = years.flatMap((year) => year.faults);
  const text = `${count} years from seed ${seed}, ${sessions} sessions: ${faults.length} contradictions\n`;
  process.stdout.write(isJson ? `${JSON.stringify({ count, seed, sessions, faults })}\n` : text);
  if (!isJson) for (const fault of faults.slice(0, 40)) process.stdout.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

/** @throws InvalidArgumentError unless it is above 0 and at most 1 */
function shareOfOne(text: string): number {
  const share = Number(text);
  if (share > 0 && share <= 1) return share;
  throw new InvalidArgumentError('Give a number above 0 and at most 1.');
}

interface StrykerOptions {
  readonly share: number;
  readonly seed: number;
  readonly own?: boolean;
  readonly static: boolean;
}

async function sweepByStryker(folders: readonly string[], options: StrykerOptions): Promise<void> {
  const { share, seed, own = false, static: hasStatic } = options;
  for (const folder of folders) {
    const { made, tried, refused, survivors } = await sweepStryker({
      folder,
      share,
      seed,
      isOwnOnly: own,
      hasStatic,
    });
    const caught = tried - survivors.length;
    for (const { text } of survivors) process.stdout.write(`survived | ${text}\n`);
    process.stdout.write(
      `${folder}: ${caught} of ${tried} caught (${((100 * caught) / tried).toFixed(1)} %), ${refused} of them by the type check; ${made} were made\n`,
    );
    if (caught < tried) process.exitCode = 1;
  }
}

const tell = (finding: string): void => void process.stderr.write(`${finding}\n`);

function printCount(count: Count, isJson = false): void {
  const { cases, lost, doubled, unreadable } = count;
  process.stdout.write(
    isJson ? `${JSON.stringify({ cases, lost, doubled, unreadable })}\n` : countText(count),
  );
  if (lost + doubled + unreadable > 0) process.exitCode = 1;
}

function runTests(files: readonly string[], env: Readonly<Record<string, string>>): void {
  const { status } = spawnSync('npx', ['vitest', 'run', ...files], {
    cwd: repositoryRoot,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  process.exitCode = status ?? 1;
}
