/** The package file of any app. */
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEVICES } from 'zepp-watch-simulator/engine/devices';
import { packFolder } from 'zepp-watch-simulator/headless/load-app';
import { ensureBuilt } from '../package/build.ts';

/**
 * A `.zab` or `.zpk` is returned as it is, a folder is packed for every model into a temporary file, and without a path
 * Iliacus is built.
 * @throws Error if there is nothing at `path`, or the folder does not pack
 */
export async function packageAt(path: string | undefined): Promise<string> {
  if (path === undefined) return (await ensureBuilt()).simulatorZab;
  if (!existsSync(path)) throw new Error(`There is nothing at ${path}.`);
  if (!statSync(path).isDirectory()) return path;
  const bytes = await packFolder(path, DEVICES);
  const file = join(await mkdtemp(join(tmpdir(), 'zepp-simulator-')), 'app.zab');
  await writeFile(file, bytes);
  return file;
}
