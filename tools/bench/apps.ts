/** Our app and its peers, packed by the same packer for the same model. */
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { AppPackage } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { loadAppFolder } from 'zepp-watch-simulator/load-app';
import { openZab } from 'zepp-watch-simulator/package';
import { ensureBuilt } from '../package/build.ts';

const DEVICE = findDevice('Balance 2');

/** Folder of the installed zml. */
const zml = dirname(dirname(createRequire(import.meta.url).resolve('@zeppos/zml/base-app')));

export interface Peer {
  readonly name: string;
  readonly app: AppPackage;
}

export async function ourApp(): Promise<AppPackage> {
  const { simulatorZab } = await ensureBuilt({ isQuiet: true });
  return openZab(new Uint8Array(await readFile(simulatorZab)), DEVICE);
}

const packed = new Map<string, Promise<AppPackage>>();

/** The example apps of zml and those in `folders`. Each is packed once, from a temporary copy that has zml installed. */
export async function loadPeers(folders: readonly string[]): Promise<readonly Peer[]> {
  const examples = ['helloworld1', 'helloworld2', 'syncData'].map((name) => join(zml, 'examples', name));
  const peers: Peer[] = [];
  for (const folder of [...examples, ...folders.map((path) => resolve(path))]) {
    const app = packed.get(folder) ?? packCopy(folder);
    packed.set(folder, app);
    peers.push({ name: `${examples.includes(folder) ? 'zml ' : ''}${basename(folder)}`, app: await app });
  }
  return peers;
}

/** The page that an app opens with. */
export function firstPage(app: AppPackage): string {
  return app.manifest.module.page?.pages[0] ?? '';
}

async function packCopy(folder: string): Promise<AppPackage> {
  const scratch = await mkdtemp(join(tmpdir(), 'iliacus-peer-'));
  const copy = join(scratch, basename(folder));
  try {
    await cp(folder, copy, { recursive: true });
    const own = join(copy, 'node_modules', '@zeppos', 'zml');
    await mkdir(dirname(own), { recursive: true });
    await symlink(zml, own).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    return await loadAppFolder(copy, DEVICE);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
