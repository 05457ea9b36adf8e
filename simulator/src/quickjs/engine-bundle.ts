/** Bundles the engine into one script for QuickJS, once for each state of the sources. Bundles are kept in `node_modules/.cache`. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
const ENGINE = join(HERE, '../engine');
const CACHE = join(HERE, '../../../node_modules/.cache/zepp-watch-simulator');

/** All files below a folder, in a fixed order. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

/** Hash of everything that the bundle is made from. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of [
    ...filesBelow(ENGINE),
    join(HERE, 'quickjs-entry.ts'),
    fileURLToPath(import.meta.url),
  ]) {
    hash.update(path.slice(HERE.length)).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

async function buildBundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, 'quickjs-entry.ts')],
    write: false,
    bundle: true,
    format: 'iife',
    target: 'es2019',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** How many bundles are kept. Two checkouts may share the folder, and a bundle may be needed again after an undone change. */
const KEPT = 4;

/** Removes all bundles from `folder` but those that were used last. */
export function pruneBundles(folder: string): void {
  const bundles = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => ({ path, usedMs: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((one, other) => other.usedMs - one.usedMs);
  for (const { path } of bundles.slice(KEPT)) rmSync(path, { force: true });
}

/** The source text of the bundle. */
export async function engineBundle(): Promise<string> {
  const path = join(CACHE, `engine-${fingerprint()}.js`);
  if (existsSync(path)) {
    const now = new Date();
    utimesSync(path, now, now);
    return readFileSync(path, 'utf8');
  }
  const bundle = await buildBundle();
  mkdirSync(CACHE, { recursive: true });
  // Another process may build at the same time, so the file is written under another name and then renamed.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, bundle);
  renameSync(draft, path);
  pruneBundles(CACHE);
  return bundle;
}
