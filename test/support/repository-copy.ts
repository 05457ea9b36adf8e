/** A copy of the repository's files in which a recipe can be followed, with the installed packages of this one. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../../tools/shared/project.ts';
import { repositoryFiles } from '../contract/sources.ts';

export interface CommandOutcome {
  readonly code: number;
  readonly output: string;
}

export interface RepositoryCopy {
  readonly root: string;
  /** Runs a command line of a document in the copy, as a shell would do. */
  run(command: string): CommandOutcome;
  /** Files that differ from the repository's, as git sees them. */
  changed(): readonly string[];
  remove(): void;
}

export function copyRepository(): RepositoryCopy {
  const root = mkdtempSync(join(tmpdir(), 'recipe-'));
  const files = repositoryFiles.filter(
    (file) => file.startsWith('assets/') || !/\.(?:png|zab|zpk|woff2?)$/.test(file),
  );
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(repositoryRoot, file), join(root, file));
  }
  linkPackages(root);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=copy', '-c', 'user.email=copy@localhost', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
  // `npm ci` does this besides installing.
  execFileSync('npm', ['run', '--silent', 'prepare'], { cwd: root, stdio: 'ignore' });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'copy');
  return {
    root,
    run(command) {
      const env = { ...process.env, VITEST: undefined, NODE_ENV: undefined };
      const done = spawnSync(command, { cwd: root, shell: true, encoding: 'utf8', env });
      return { code: done.status ?? 1, output: `${done.stdout}${done.stderr}` };
    },
    changed: () =>
      git('status', '--porcelain', '--untracked-files=all')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.slice(3))
        .sort(),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Each package is a link, except the workspace, which is the copy's own. */
function linkPackages(root: string): void {
  const from = join(repositoryRoot, 'node_modules');
  const to = join(root, 'node_modules');
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name === '.cache' || name === '.vite' || name === '.vitest') continue;
    const target = name === 'zepp-watch-simulator' ? join(root, 'simulator') : join(from, name);
    symlinkSync(target, join(to, name));
  }
  // The workspace has these packages in another version than the root.
  const own = join(repositoryRoot, 'simulator', 'node_modules');
  if (existsSync(own)) symlinkSync(own, join(root, 'simulator', 'node_modules'));
}
