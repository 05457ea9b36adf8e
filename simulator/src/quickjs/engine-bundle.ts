/** Bundles the engine into one script for QuickJS, once for each state of the sources. Bundles are kept in `node_modules/.cache`. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { keepFile, keptFile } from '../headless/cache-folder.ts';

const SELF = fileURLToPath(import.meta.url);
const HERE = dirname(SELF);
/** TypeScript in the repository, JavaScript in the published package. */
const ENTRY = join(HERE, `quickjs-entry${extname(SELF)}`);
const ENGINE = join(HERE, '../engine');

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
  for (const path of [...filesBelow(ENGINE), ENTRY, SELF]) {
    hash.update(path.slice(HERE.length)).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

async function buildBundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    write: false,
    bundle: true,
    format: 'iife',
    target: 'es2019',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** How many bundles are kept. Two checkouts may share the folder, and a bundle is needed again when a change is undone. */
const MOST_KEPT = 4;

/** The source text of the bundle. */
export async function engineBundle(): Promise<string> {
  const name = `engine-${fingerprint()}.js`;
  const path = keptFile(name);
  if (path !== null) return readFileSync(path, 'utf8');
  const bundle = await buildBundle();
  keepFile(name, bundle, 'engine-', MOST_KEPT);
  return bundle;
}
