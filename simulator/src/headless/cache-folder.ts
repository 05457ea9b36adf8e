/** Where packages and bundles are kept between runs: below the `node_modules` that this package belongs to. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder, which may not exist yet. */
function cacheFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const parts = here.split(sep);
  const at = parts.lastIndexOf('node_modules');
  const modules = at < 0 ? join(here, '..', '..', '..', 'node_modules') : parts.slice(0, at + 1).join(sep);
  return join(modules, '.cache', 'zepp-watch-simulator');
}

/** The path of a kept file, or null if there is none. The file counts as used now. */
export function keptFile(name: string): string | null {
  const path = join(cacheFolder(), name);
  if (!existsSync(path)) return null;
  const now = new Date();
  utimesSync(path, now, now);
  return path;
}

/**
 * Keeps a file, and removes the least recently used ones of its kind.
 * @param kind how the names of its kind begin
 * @param most how many of its kind are kept
 */
export function keepFile(name: string, content: string | Uint8Array, kind: string, most: number): void {
  const folder = cacheFolder();
  mkdirSync(folder, { recursive: true });
  // Another process may write the same file, so it is written under another name and then renamed.
  const draft = join(folder, `${name}.${process.pid}`);
  writeFileSync(draft, content);
  renameSync(draft, join(folder, name));
  pruneFiles(folder, kind, most);
}

/** Removes all files of a kind except the most recently used. */
export function pruneFiles(folder: string, kind: string, most: number): void {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(kind))
    .map((name) => join(folder, name))
    .map((path) => ({ path, usedMs: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((one, other) => other.usedMs - one.usedMs);
  for (const { path } of files.slice(most)) rmSync(path, { force: true });
}
