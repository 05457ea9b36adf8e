/** A copy of the sources in which tests can run while faults are put into it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../shared/project.ts';

/** Folders and files that the tests do not need. */
const LEFT_OUT = ['.git', '.cache', 'node_modules', 'build', 'store'];

/** Calls `use` with the folder of a new copy, and removes the copy after it. */
export async function withSourcesCopy<Result>(
  use: (folder: string) => Result | Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'iliacus-mutants-'));
  try {
    for (const name of readdirSync(repositoryRoot)) {
      if (LEFT_OUT.includes(name)) continue;
      cpSync(join(repositoryRoot, name), join(folder, name), { recursive: true });
    }
    // Some tests ask git for the list of files.
    spawnSync('git', ['init', '--quiet'], { cwd: folder });
    symlinkSync(join(repositoryRoot, 'node_modules'), join(folder, 'node_modules'));
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
