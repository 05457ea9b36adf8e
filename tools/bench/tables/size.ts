/** Bytecode per bundle: what ships of ours, and what the packer's compiler makes of the peers' packed bundles. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ensureBuilt } from '../../package/build.ts';
import { measureSizes } from '../../package/bundle-sizes.ts';
import { runCommand } from '../../shared/child-process.ts';
import { compilerOf, projectAt, repositoryRoot } from '../../shared/project.ts';
import { loadPeers, type Peer, watchBundles, withFile } from '../apps.ts';
import { type Benchmark, ratio, type Table } from '../table.ts';

const COMMAND = 'npm run bench -- size';

export const sizeTables: Benchmark = async ({ peers: folders }) => {
  const { bundles, totalBytes } = await measureSizes((await ensureBuilt({ isQuiet: true })).bytecodeZab);
  const peers = await Promise.all((await loadPeers(folders)).map(compiled));
  const heaviest = Math.max(...peers.map(({ pageBytes }) => pageBytes));
  const perBundle: Table = {
    name: 'bytecode per bundle',
    command: COMMAND,
    compares: 'what ships, against the heaviest page of any peer',
    rows: Object.entries(bundles).map(([bundle, bytes]) => ({
      bundle,
      bytes,
      'of heaviest peer page': ratio(bytes, heaviest),
    })),
  };
  const total: Table = {
    name: 'bytecode in all',
    command: COMMAND,
    compares:
      'every bundle of the watch, ours as shipped, each peer packed and compiled by the same tools; ours divided by theirs',
    rows: [
      {
        app: 'Iliacus',
        bytes: totalBytes,
        'heaviest page': heaviestPage(bundles),
        'app bundle': bundles['app.bin'] ?? 0,
        'ours / theirs': 1,
      },
      ...peers.map(({ name, bytes, pageBytes, appBytes }) => ({
        app: name,
        bytes,
        'heaviest page': pageBytes,
        'app bundle': appBytes,
        'ours / theirs': ratio(totalBytes, bytes),
      })),
    ],
  };
  return [perBundle, total];
};

function heaviestPage(bundles: Readonly<Record<string, number>>): number {
  return Math.max(
    ...Object.entries(bundles).map(([bundle, bytes]) => (bundle.startsWith('page/') ? bytes : 0)),
  );
}

async function compiled({ name, app }: Peer) {
  const sizes: Record<string, number> = {};
  for (const [bundle, source] of watchBundles(app)) sizes[bundle] = await withFile(source, bytecodeBytes);
  const appBytes = sizes['app.js'] ?? 0;
  return {
    name,
    bytes: Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0),
    pageBytes: heaviestPage(sizes),
    appBytes,
  };
}

async function bytecodeBytes(path: string): Promise<number> {
  const folder = dirname(path);
  const target = join(folder, 'bundle.c');
  const compiler = compilerOf(projectAt(repositoryRoot));
  const { output } = await runCommand(compiler, ['-c', '-o', target, path], { cwd: folder });
  const size = /_size = (\d+)/.exec(await readFile(target, 'utf8').catch(() => ''))?.[1];
  if (size === undefined) throw new Error(`qjsc refuses a bundle: ${output.trim()}`);
  return Number(size);
}
