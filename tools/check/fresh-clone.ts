/**
 * `npm run check:fresh`: clones the repository as it is committed into an empty folder and runs the commands of the documents
 * there, with an empty home folder; then compares what the platform's own tool builds with our package.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { repositoryRoot } from '../shared/project.ts';
import { README, SIMULATOR_README, shellLines, unknownCommands } from './document-commands.ts';
import { documentedCommands, type Trial } from './documented-commands.ts';
import { runTrial } from './run-trial.ts';
import { compareWithZeus } from './zeus-build.ts';

interface FreshCloneOptions {
  readonly quick?: boolean;
  readonly zeus?: boolean;
  readonly skipTests?: boolean;
}

/** Content of the file that a documented `--script FILE` names. */
const SCRIPT = 'launch\nwait 2s\n';
const DIFFERENCES_SHOWN = 20;

export function freshCloneCommand(): Command {
  return new Command('npm run check:fresh --')
    .description(
      'Runs the shell commands of the README one after the other, literally, in a fresh clone with an empty home\n' +
        'folder; then every other command of the documents, as tools/check/documented-commands.ts says, and those of the\n' +
        "simulator's README in an empty folder. Fails for a command of a document that it does not know. Last, packs the\n" +
        "app with the platform's own tool and a made-up catalogue, and compares that package with our own.",
    )
    .option('--quick', 'leave out `npm test` and the commands of other documents')
    .option('--skip-tests', 'leave out `npm test` only, which can be run by itself')
    .option('--zeus', "only `npm ci` and what uses the platform's own tool")
    .action(async (options: FreshCloneOptions) => {
      const place = await mkdtemp(join(tmpdir(), 'fresh-'));
      try {
        await checkFreshClone(place, options);
      } finally {
        await rm(place, { recursive: true, force: true });
      }
    });
}

async function checkFreshClone(place: string, options: FreshCloneOptions): Promise<void> {
  const clone = join(place, 'clone');
  const home = join(place, 'home');
  await mkdir(home);
  execFileSync('git', ['clone', '--quiet', '--no-local', repositoryRoot, clone], { stdio: 'inherit' });
  const texts = await textsOf(clone);
  const unknown = unknownCommands(texts);
  for (const command of unknown) process.stdout.write(`UNKNOWN, ${command}\n`);
  const results: boolean[] = [];
  const run = async (trial: Trial, folder: string): Promise<void> => {
    const { isGood, line } = await runTrial(trial, folder, home);
    process.stdout.write(`${line}\n`);
    results.push(isGood);
  };
  for (const trial of trialsOf(texts[README] ?? '', options)) {
    await mkdir(join(clone, 'build'), { recursive: true });
    await writeFile(join(clone, 'build', 'documented.verbs'), SCRIPT);
    await run(trial, clone);
  }
  if (options.quick !== true && options.zeus !== true) {
    const stranger = await simulatorFolder(clone, join(place, 'stranger'));
    for (const as of shellLines(texts[SIMULATOR_README] ?? '')) await run({ as }, stranger);
  }
  const failed = results.filter((isGood) => !isGood).length;
  process.stdout.write(`${results.length} commands run, ${failed} failed, ${unknown.length} unknown\n`);
  const isSame = options.quick === true || (await isBuiltTheSame(clone));
  if (failed + unknown.length > 0 || !isSame) process.exitCode = 1;
}

/** Every Markdown file of the clone by its path. */
async function textsOf(clone: string): Promise<Readonly<Record<string, string>>> {
  const files = execFileSync('git', ['ls-files', '*.md'], { cwd: clone, encoding: 'utf8' })
    .trim()
    .split('\n');
  const texts = files.map(async (file) => [file, await readFile(join(clone, file), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

/** A folder that holds only the simulator's package, which the clone has packed. */
async function simulatorFolder(clone: string, folder: string): Promise<string> {
  await mkdir(folder);
  await cp(join(clone, 'build', 'simulator-package'), folder, { recursive: true });
  return folder;
}

/** What is run, in this order. */
function trialsOf(readme: string, { quick, zeus, skipTests }: FreshCloneOptions): readonly Trial[] {
  const literal = shellLines(readme);
  if (literal.length === 0) throw new Error('The README contains no command.');
  const others = Object.values(documentedCommands).flatMap((run) => ('as' in run ? [run] : []));
  if (zeus === true) return [{ as: 'npm ci' }, ...others.filter(({ refusal }) => refusal !== undefined)];
  const withoutTests = literal.filter((as) => !as.includes('npm test'));
  if (quick === true) return withoutTests.map((as) => ({ as }));
  return [...(skipTests === true ? withoutTests : literal).map((as) => ({ as })), ...others];
}

async function isBuiltTheSame(clone: string): Promise<boolean> {
  const sinceMs = performance.now();
  const progress = (line: string): void => void process.stderr.write(`zeus build: ${line}\n`);
  const { screens, entries, bundles, differences } = await compareWithZeus(clone, progress);
  const seconds = Math.round((performance.now() - sinceMs) / 1000);
  const counts = `${screens} packages, ${entries} entries, ${bundles} of them bundles`;
  const outcome = differences.length === 0 ? 'the same as ours' : `${differences.length} DIFFER`;
  process.stdout.write(`zeus build, ${seconds} s: ${counts}: ${outcome}\n`);
  for (const line of differences.slice(0, DIFFERENCES_SHOWN)) process.stdout.write(`  ${line}\n`);
  return differences.length === 0;
}
