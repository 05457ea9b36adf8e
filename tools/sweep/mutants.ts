/** Puts deliberate one-line faults into a copy of the sources, one at a time. The tests must catch every one. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { MUTANTS, type Mutant } from './mutant-list.ts';
import { openPackedCopy, type PackedCopy } from './packed-copy.ts';
import { withSourcesCopy } from './sources-copy.ts';

/** The part of vitest's JSON report that is used. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly ancestorTitles: readonly string[];
      readonly title: string;
    }[];
  }[];
}

/** Runs the tests in `folder`; returns the first that fails, or null. */
function firstFailure(folder: string, tests: readonly string[]): string | null {
  const path = join(folder, 'report.json');
  rmSync(path, { force: true });
  const options = ['--bail=1', '--reporter=json', `--outputFile=${path}`];
  const run = spawnSync('npx', ['vitest', 'run', ...options, ...tests], { cwd: folder, encoding: 'utf8' });
  if (run.status === 0) return null;
  const results = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report).testResults : [];
  for (const { name, assertionResults } of results) {
    const failed = assertionResults.find(({ status }) => status === 'failed');
    if (failed === undefined) continue;
    const file = relative(realpathSync(folder), name);
    return [file, ...failed.ancestorTitles, failed.title].join(' > ');
  }
  // A suite that could not be loaded has no failed test, and does not catch the mutant.
  const reasons = results.flatMap(({ name, message }) => (message === '' ? [] : [`${name}: ${message}`]));
  throw new Error(`the tests did not run:\n${reasons.join('\n')}${run.stderr}`);
}

/** Tries `mutants`; returns true if all were caught. */
export async function sweepMutants(mutants: readonly Mutant[] = MUTANTS): Promise<boolean> {
  let missed = 0;
  await withSourcesCopy(async (folder) => {
    const packed = mutants.some(isOfWatch) ? await openPackedCopy(folder) : null;
    // If the tests failed without a mutant, every mutant would seem to be caught.
    for (const tests of new Set(mutants.map((mutant) => mutant.tests))) {
      const withoutAny = firstFailure(folder, tests);
      if (withoutAny !== null) throw new Error(`the tests fail without a mutant: ${withoutAny}`);
    }
    for (const mutant of mutants) {
      const caughtBy = await failureWith(mutant, folder, packed);
      if (caughtBy === null) missed++;
      process.stdout.write(
        `${caughtBy === null ? 'MISSED' : 'caught'} | ${mutant.file} | ${mutant.what} | ${caughtBy ?? ''}\n`,
      );
    }
  });
  process.stdout.write(`${mutants.length - missed} of ${mutants.length} caught\n`);
  return missed === 0;
}

/** Whether its file is in bundles of the watch alone, and its tests are those of the packed app. */
function isOfWatch({ file, tests }: Mutant): boolean {
  return (
    /^(app\.ts|(page|app-service|secondary-widget)\/)/.test(file) &&
    tests.every((test) => test.startsWith('test/e2e/'))
  );
}

/** The first test that fails with the mutant in the copy `folder`; null where none does. */
async function failureWith(
  mutant: Mutant,
  folder: string,
  packed: PackedCopy | null,
): Promise<string | null> {
  const { file, from, to, tests } = mutant;
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} no longer contains: ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  if (packed !== null && isOfWatch(mutant)) await packed.replaceBundles();
  const caughtBy = firstFailure(folder, tests);
  writeFileSync(path, text);
  return caughtBy;
}
