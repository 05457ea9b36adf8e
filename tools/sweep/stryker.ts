/**
 * Mutation testing by Stryker: it changes expressions of a folder one at a time, and the tests of the units have to notice. What
 * the folder's own tests let live, and the type check accepts, is tried again with all units.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSourcesCopy } from './sources-copy.ts';
import { SAMPLE_VARIABLE, type Sample } from './stryker-sample.ts';
import { type Change, refusedByTypes } from './stryker-types.ts';

const REPORT = 'mutation.json';
const ALL_UNITS = 'test/{core,run,app-side,ports,fixtures,setting}/**/*.test.ts';

/** The part of Stryker's report that is used. */
interface StrykerReport {
  readonly files: Readonly<
    Record<string, { readonly mutants: readonly ReportedMutant[]; readonly source: string }>
  >;
}

interface ReportedMutant extends Omit<Change, 'file'> {
  readonly status: string;
  readonly mutatorName: string;
}

/** A mutant that no test has noticed. */
export interface Survivor extends Change {
  /** File, line, and what became what. */
  readonly text: string;
}

/** What became of the mutants of a folder. */
export interface FolderResult {
  readonly made: number;
  readonly tried: number;
  /** How many of the tried were noticed by no test of the folder, but do not compile. */
  readonly refused: number;
  readonly survivors: readonly Survivor[];
}

export interface StrykerSweep extends Omit<Sample, 'ids'> {
  /** A folder or file of the sources. */
  readonly folder: string;
  /** With the folder's own tests alone: quicker, and what they let live may be noticed elsewhere. */
  readonly isOwnOnly: boolean;
  /** Also what takes effect as a file is loaded, such as a table: all tests run for each of these. */
  readonly hasStatic: boolean;
}

/** Tries the mutants of a folder, first with its own tests. @throws Error if the tests fail without a mutant */
export function sweepStryker(sweep: StrykerSweep): Promise<FolderResult> {
  const { folder, share, seed, isOwnOnly, hasStatic } = sweep;
  return withSourcesCopy((copy) => {
    const own = ownTests(folder);
    const first = compiling(copy, tried(copy, folder, own, { share, seed }, hasStatic));
    if (isOwnOnly || first.survivors.length === 0 || own === ALL_UNITS) return first;
    const ids = first.survivors.map(({ id }) => id);
    const { survivors } = tried(copy, folder, ALL_UNITS, { ids, share, seed }, hasStatic);
    return { ...first, survivors };
  });
}

/** The result without the survivors that the type check refuses. */
function compiling(copy: string, result: FolderResult): FolderResult {
  const refused = refusedByTypes(copy, result.survivors);
  const survivors = result.survivors.filter(({ id }) => !refused.has(id));
  return { ...result, refused: refused.size, survivors };
}

/** The folder of tests with the name of the sources' folder; all units where there is none. */
function ownTests(folder: string): string {
  const named = folder.replace(/^utils\//, '');
  const tests = `test/${named.replace(/\/[^/]*\.ts$/, '')}`;
  return existsSync(tests) ? `${tests}/**/*.test.ts` : ALL_UNITS;
}

function tried(
  copy: string,
  folder: string,
  tests: string,
  sample: Sample,
  hasStatic: boolean,
): FolderResult {
  const config = join(copy, 'stryker.config.json');
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: 'vitest',
      plugins: ['@stryker-mutator/vitest-runner', './tools/sweep/stryker-sample.ts'],
      checkers: ['sample'],
      checkerNodeArgs: ['--import', 'tsx'],
      testRunnerNodeArgs: ['--import', 'tsx'],
      vitest: { configFile: 'tools/sweep/stryker-vitest.config.ts' },
      mutate: [folder.endsWith('.ts') ? folder : `${folder}/**/*.ts`],
      // The copy is thrown away.
      inPlace: true,
      ignoreStatic: !hasStatic,
      concurrency: 1,
      timeoutMS: 20_000,
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: REPORT },
      warnings: false,
      dryRunTimeoutMinutes: 60,
    }),
  );
  rmSync(join(copy, REPORT), { force: true });
  const program = join(copy, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', program, 'run', config], {
    cwd: copy,
    stdio: ['ignore', 2, 2],
    env: {
      ...process.env,
      [SAMPLE_VARIABLE]: JSON.stringify(sample),
      ILIACUS_MUTANT_TESTS: JSON.stringify([tests]),
    },
  });
  if (status !== 0) throw new Error(`Stryker ended with code ${status}.`);
  return resultOf(JSON.parse(readFileSync(join(copy, REPORT), 'utf8')) as StrykerReport);
}

function resultOf({ files }: StrykerReport): FolderResult {
  const all = Object.entries(files).flatMap(([file, { mutants, source }]) =>
    mutants.map((mutant) => ({ ...mutant, file, source })),
  );
  const ran = all.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
  const survivors = ran
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map((mutant) => ({ ...mutant, text: textOf(mutant) }));
  return { made: all.length, tried: ran.length, refused: 0, survivors };
}

function textOf({
  file,
  source,
  location,
  replacement = '',
  mutatorName,
}: ReportedMutant & { file: string; source: string }): string {
  const { start, end } = location;
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last]?.slice(0, end.column - 1) ?? '';
  lines[0] = lines[0]?.slice(start.column - 1) ?? '';
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 120);
  return `${file}:${start.line} | ${mutatorName} | ${oneLine(lines.join('\n'))} | ${oneLine(replacement)}`;
}
