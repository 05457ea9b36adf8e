/**
 * `npm run check:fresh [-- --quick]`: clones the repository as it is committed into an empty folder, and runs the shell
 * commands of the README there one after the other, literally, with an empty home; then every other command of the documents,
 * as `check/documented-commands.ts` says. `--quick` leaves `npm test` and the others out.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '../shared/project.ts';
import { documentedCommands } from './documented-commands.ts';

/** What a command that never ends by itself says once it is ready. */
const readyWords = 'Ctrl+C ends the simulator';
/** What `--script FILE` is given. */
const VERBS = 'launch\nwait 2s\n';
const longestMs = 45 * 60_000;

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });

const place = await mkdtemp(join(tmpdir(), 'fresh-'));
try {
  await checkFresh();
} finally {
  await rm(place, { recursive: true, force: true });
}

async function checkFresh(): Promise<void> {
  const clone = join(place, 'clone');
  const home = join(place, 'home');
  await mkdir(home);
  execFileSync('git', ['clone', '--quiet', '--no-local', repositoryRoot, clone], { stdio: 'inherit' });
  const literal = shellCommands(await readFile(join(clone, 'README.md'), 'utf8'));
  const others = Object.values(documentedCommands).flatMap((run) => ('as' in run ? [run.as] : []));
  const commands = values.quick ? literal : [...literal, ...others];
  let failed = 0;
  for (const command of commands) {
    if (values.quick && command.includes('npm test')) {
      process.stdout.write(`left out: ${command}\n`);
      continue;
    }
    await mkdir(join(clone, 'build'), { recursive: true });
    await writeFile(join(clone, 'build', 'documented.verbs'), VERBS);
    const sinceMs = performance.now();
    const isGood = await runLiterally(command, clone, home);
    const seconds = Math.round((performance.now() - sinceMs) / 1000);
    process.stdout.write(`${isGood ? 'worked' : 'FAILED'}, ${seconds} s: ${command}\n`);
    if (!isGood) failed++;
  }
  process.stdout.write(`${commands.length} commands run, ${failed} failed\n`);
  if (failed > 0 || literal.length === 0) process.exitCode = 1;
}

/** Lines of the `sh` blocks. */
function shellCommands(text: string): readonly string[] {
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block.split('\n').filter((line) => line.trim() !== ''),
  );
}

/** True where it ended well, or, for one that goes on for ever, where it said that it was ready. */
function runLiterally(command: string, cwd: string, home: string): Promise<boolean> {
  return new Promise((resolve) => {
    // Nothing of the caller's npm, and no browser window.
    const { PATH = '', TMPDIR, npm_config_registry } = process.env;
    const env = Object.fromEntries(
      Object.entries({ PATH, TMPDIR, npm_config_registry, HOME: home, CI: '1' }).filter(([, value]) => value),
    );
    const child = spawn(command, {
      cwd,
      shell: true,
      detached: true,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let isReady = false;
    const end = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    };
    const timer = setTimeout(end, longestMs);
    const listen = (chunk: Buffer): void => {
      said = (said + chunk.toString('utf8')).slice(-20_000);
      if (isReady || !said.includes(readyWords)) return;
      isReady = true;
      end();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('close', (code) => {
      clearTimeout(timer);
      const isGood = isReady || code === 0;
      if (!isGood) process.stderr.write(`${said}\n`);
      resolve(isGood);
    });
  });
}
