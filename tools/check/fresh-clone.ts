/**
 * `npm run check:fresh`: clones the repository as it is committed into an empty folder and runs the commands of the documents
 * there, with an empty home folder.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { repositoryRoot } from '../shared/project.ts';
import { documentedCommands } from './documented-commands.ts';

/** What a command that never ends by itself prints once it is ready. */
const READY_TEXT = 'Ctrl+C ends the simulator';
/** Content of the file that a documented `--script FILE` names. */
const SCRIPT = 'launch\nwait 2s\n';
const LONGEST_MS = 45 * 60_000;
const OUTPUT_KEPT = 20_000;

export function freshCloneCommand(): Command {
  return new Command('npm run check:fresh --')
    .description(
      'Runs the shell commands of the README one after the other, literally, in a fresh clone with an empty home\n' +
        'folder; then every other command of the documents, as tools/check/documented-commands.ts says.',
    )
    .option('--quick', 'leave out `npm test` and the commands of other documents')
    .action(async ({ quick }: { readonly quick?: boolean }) => {
      const place = await mkdtemp(join(tmpdir(), 'fresh-'));
      try {
        await checkFreshClone(place, quick === true);
      } finally {
        await rm(place, { recursive: true, force: true });
      }
    });
}

async function checkFreshClone(place: string, isQuick: boolean): Promise<void> {
  const clone = join(place, 'clone');
  const home = join(place, 'home');
  await mkdir(home);
  execFileSync('git', ['clone', '--quiet', '--no-local', repositoryRoot, clone], { stdio: 'inherit' });
  const literal = shellCommands(await readFile(join(clone, 'README.md'), 'utf8'));
  if (literal.length === 0) throw new Error('The README gives no command.');
  const others = Object.values(documentedCommands).flatMap((run) => ('as' in run ? [run.as] : []));
  const commands = isQuick
    ? literal.filter((command) => !command.includes('npm test'))
    : [...literal, ...others];
  let failed = 0;
  for (const command of commands) {
    await mkdir(join(clone, 'build'), { recursive: true });
    await writeFile(join(clone, 'build', 'documented.verbs'), SCRIPT);
    const sinceMs = performance.now();
    const isGood = await runLiterally(command, clone, home);
    const seconds = Math.round((performance.now() - sinceMs) / 1000);
    process.stdout.write(`${isGood ? 'worked' : 'FAILED'}, ${seconds} s: ${command}\n`);
    if (!isGood) failed++;
  }
  process.stdout.write(`${commands.length} commands run, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
}

/** Lines of the `sh` blocks. */
function shellCommands(text: string): readonly string[] {
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block.split('\n').filter((line) => line.trim() !== ''),
  );
}

/** True if the command ended with code 0, or, if it never ends, printed that it was ready. */
function runLiterally(command: string, cwd: string, home: string): Promise<boolean> {
  return new Promise((resolve) => {
    // Pass on nothing of the npm that started this, and open no browser window.
    const { PATH, TMPDIR, npm_config_registry } = process.env;
    const env = { PATH, TMPDIR, npm_config_registry, HOME: home, CI: '1' };
    const child = spawn(command, {
      cwd,
      shell: true,
      detached: true,
      env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let isReady = false;
    const end = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    };
    const timer = setTimeout(end, LONGEST_MS);
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-OUTPUT_KEPT);
      if (isReady || !output.includes(READY_TEXT)) return;
      isReady = true;
      end();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (code) => {
      clearTimeout(timer);
      const isGood = isReady || code === 0;
      if (!isGood) process.stderr.write(`${output}\n`);
      resolve(isGood);
    });
  });
}
