/** Which mutants the type check refuses: nobody can commit them, so no test has to notice them. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../shared/project.ts';

/** What the compiler keeps from one run to the next. */
const TYPES = '.cache/types';

/** A changed expression. */
export interface Change {
  readonly id: string;
  readonly file: string;
  readonly replacement?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

/** Both from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * The ids of the changes that do not compile. Each is put into a copy of its file beside it, and all copies are checked at once. So
 * an error that a change makes only in other files is not found.
 */
export function refusedByTypes(folder: string, changes: readonly Change[]): ReadonlySet<string> {
  const copies = changes.map((change) => {
    const path = change.file.replace(/\.ts$/, `.mutant-${change.id}.ts`);
    writeFileSync(join(folder, path), changed(readFileSync(join(folder, change.file), 'utf8'), change));
    return path;
  });
  // Of the other files, only those that have changed since the last type check are checked again.
  const kept = join(repositoryRoot, TYPES);
  if (existsSync(kept)) cpSync(kept, join(folder, TYPES), { recursive: true });
  const compiler = join(folder, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-b', '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  for (const path of copies) rmSync(join(folder, path));
  const refused = [...stdout.matchAll(/\.mutant-(\d+)\.ts\(\d+,\d+\): error/g)];
  return new Set(refused.map(([, id = '']) => id));
}

function changed(source: string, { location: { start, end }, replacement = '' }: Change): string {
  const lines = source.split('\n');
  const offsetOf = ({ line, column }: Place): number =>
    lines.slice(0, line - 1).reduce((length, text) => length + text.length + 1, column - 1);
  return source.slice(0, offsetOf(start)) + replacement + source.slice(offsetOf(end));
}
