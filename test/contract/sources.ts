/** The repository's own files, for the contract tests. Never looks into installed or generated folders. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../tools/shared/project.ts';

/** Every file that git tracks or would track, with forward slashes, relative to the root. */
export const repositoryFiles: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  { cwd: repositoryRoot, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(repositoryRoot, file)))
  .sort();

/** TypeScript modules below the given folders (or equal to a given file), without declaration files. */
export function modulesIn(...places: readonly string[]): readonly string[] {
  return repositoryFiles.filter(
    (file) =>
      file.endsWith('.ts') &&
      !file.endsWith('.d.ts') &&
      places.some((place) => file === place || file.startsWith(`${place}/`)),
  );
}

/** Text of a file of the repository. */
export function textOf(file: string): string {
  return readFileSync(join(repositoryRoot, file), 'utf8');
}

/** Parsed JSON file of the repository. */
export function jsonOf(file: string): unknown {
  return JSON.parse(textOf(file));
}

/** Source text in which comments and the content of string literals are blank. Line numbers stay the same. */
export function codeOf(file: string): string {
  return textOf(file).replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g,
    (match) => (match.startsWith('/') ? match.replace(/[^\n]/g, '') : "''"),
  );
}

/** All module specifiers that a file imports or re-exports. */
export function importsOf(file: string): readonly string[] {
  const pattern = /(?:^|[\s;}])(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...textOf(file).matchAll(pattern)].map((match) => match[1] ?? '');
}
