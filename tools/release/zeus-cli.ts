/**
 * The platform's own tool, `zeus`: fetched once into a folder of its own, and run from there.
 *
 * `zeus` looks for its modules two folders above one of its dependencies, which is right only where it has a `node_modules`
 * to itself. `npx` and a local installation share one, and there it dies with "Cannot find module 'zeppos-app-utils'". A
 * global installation into a prefix does not share.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { withLock } from '../package/file-lock.ts';
import { type CommandResult, runCommand } from '../shared/child-process.ts';

export const ZEUS_VERSION = '1.9.1';

/** An installed `zeus`, and the home folder that it works in. */
export interface Zeus {
  /** Path of the program, for Node. */
  readonly program: string;
  /** Folder whose `.zepp` holds the login and the device catalogue. */
  readonly home: string;
}

/** Prints one line of progress. */
export type Progress = (line: string) => void;

const PROGRESS_EVERY_MS = 10_000;

/** npm alone waits over a minute for a network that is not there. */
const FETCH_OPTIONS = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--loglevel=error',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
];

/** Folder that `zeus` is installed into, below the packages of the repository at `root`. */
export function zeusFolder(root: string): string {
  return join(root, 'node_modules', '.cache', `zeus-cli-${ZEUS_VERSION}`);
}

/**
 * Finds the installed `zeus`, and fetches it from the npm registry the first time.
 * @throws Error with a sentence that says why it could not be fetched
 */
export async function ensureZeus(root: string, home: string, progress: Progress): Promise<Zeus> {
  const folder = zeusFolder(root);
  await withLock(`${folder}.lock`, async () => {
    if (!existsSync(zeusProgramIn(folder))) await fetchZeus(root, folder, progress);
  });
  return { program: zeusProgramIn(folder), home };
}

/** Runs `zeus`, whatever its exit code, and returns what it printed. */
export function runZeus(zeus: Zeus, args: readonly string[], cwd: string): Promise<CommandResult> {
  return runCommand(process.execPath, [zeus.program, ...args], { cwd, env: homeOf(zeus) });
}

/** Runs `zeus` on the terminal of this process, where it can ask something, and returns its exit code. */
export function runZeusOnTerminal(zeus: Zeus, args: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...homeOf(zeus) };
    const child = spawn(process.execPath, [zeus.program, ...args], { cwd, env, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function homeOf({ home }: Zeus): Readonly<Record<string, string>> {
  return { HOME: home, USERPROFILE: home };
}

/** Path of the program in the folder that npm was given as a prefix. A prefix has no `lib` on Windows. */
export function zeusProgramIn(folder: string): string {
  const packages = process.platform === 'win32' ? 'node_modules' : join('lib', 'node_modules');
  return join(folder, packages, '@zeppos', 'zeus-cli', 'bin', 'main.js');
}

/** Installs beside `folder` first, so that a download that was broken off is not taken for a whole one. */
async function fetchZeus(root: string, folder: string, progress: Progress): Promise<void> {
  const name = `@zeppos/zeus-cli@${ZEUS_VERSION}`;
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  progress(`downloading ${name} into ${relative(root, folder)}: about 180 MB, only this time`);
  const startedMs = performance.now();
  const seconds = (): number => Math.round((performance.now() - startedMs) / 1000);
  const timer = setInterval(() => progress(`still downloading, ${seconds()} s`), PROGRESS_EVERY_MS);
  const args = ['install', '--global', ...FETCH_OPTIONS, '--prefix', unfinished, name];
  const { code, output } = await runNpm(args, dirname(folder)).finally(() => clearInterval(timer));
  if (code !== 0 || !existsSync(zeusProgramIn(unfinished))) {
    await rm(unfinished, { recursive: true, force: true });
    throw new Error(
      `${name} could not be fetched from the npm registry: ${npmReason(output)}. ` +
        'Check the network and the registry, then run the same command again.',
    );
  }
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
  progress(`downloaded in ${seconds()} s`);
}

/** Runs the npm that has started this process, or the one on the path. */
async function runNpm(args: readonly string[], cwd: string): Promise<CommandResult> {
  const own = process.env.npm_execpath ?? '';
  const [program, ...first] = own.endsWith('npm-cli.js') ? [process.execPath, own] : ['npm'];
  return runCommand(program ?? 'npm', [...first, ...args], { cwd }).catch((error: unknown) => ({
    code: 1,
    output: `npm error ${error instanceof Error ? error.message : String(error)}`,
  }));
}

/** What npm gives as the reason of a failure, without its full stop. */
export function npmReason(output: string): string {
  const told = output
    .split('\n')
    .map((line) => /^npm error (.+)/.exec(line)?.[1] ?? '')
    .filter((line) => line !== '' && !/^(?:code|syscall|errno|path) /.test(line));
  const reason = /reason: (.+)/.exec(output)?.[1] ?? told[0] ?? 'npm gave no reason';
  return reason.trim().replace(/\.$/, '');
}
