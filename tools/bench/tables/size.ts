/** Bytecode in all: of our app as it ships, and of the peers' packed bundles, compiled by the packer's compiler. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBytecode } from '../../package/build.ts';
import { measureSizes } from '../../package/bundle-sizes.ts';
import { runCommand } from '../../shared/child-process.ts';
import { compilerOf, projectAt, repositoryRoot } from '../../shared/project.ts';
import { loadPeers, type Peer } from '../apps.ts';
import { type Benchmark, ratio } from '../table.ts';

const COMMAND = 'npm run bench -- size';

export const sizeTables: Benchmark = async ({ peers: folders }) => {
  const { bundles, totalBytes } = await measureSizes(await ensureBytecode({ isQuiet: true }));
  const peers = await Promise.all((await loadPeers(folders)).map(compiled));
  return [
    {
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
    },
  ];
};

function heaviestPage(bundles: Readonly<Record<string, number>>): number {
  return Math.max(
    ...Object.entries(bundles).map(([bundle, bytes]) => (bundle.startsWith('page/') ? bytes : 0)),
  );
}

async function compiled({ name, app }: Peer) {
  const sizes: Record<string, number> = {};
  for (const [path, source] of app.deviceFiles)
    if (path.endsWith('.js')) sizes[path] = await bytecodeBytes(source);
  return {
    name,
    bytes: Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0),
    pageBytes: heaviestPage(sizes),
    appBytes: sizes['app.js'] ?? 0,
  };
}

/** Length of the bytecode that the packer's compiler makes of a bundle. */
async function bytecodeBytes(source: Uint8Array): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'iliacus-bench-'));
  try {
    await writeFile(join(folder, 'bundle.js'), source);
    const compiler = compilerOf(projectAt(repositoryRoot));
    const { output } = await runCommand(compiler, ['-c', '-o', 'bundle.c', 'bundle.js'], { cwd: folder });
    const size = /_size = (\d+)/.exec(await readFile(join(folder, 'bundle.c'), 'utf8').catch(() => ''))?.[1];
    if (size === undefined) throw new Error(`qjsc refuses a bundle: ${output.trim()}`);
    return Number(size);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
