/** The package file of any app: a `.zab` or `.zpk` as it is, a folder packed for every model into a temporary file. */
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEVICES } from 'zepp-watch-simulator/engine/devices';
import { packFolder } from 'zepp-watch-simulator/headless/load-app';

/** @throws Error when there is nothing at `path`, or the folder does not pack */
export async function packageAt(path: string): Promise<string> {
  if (!existsSync(path)) throw new Error(`there is nothing at ${path}`);
  if (!statSync(path).isDirectory()) return path;
  const bytes = await packFolder(path, DEVICES);
  const file = join(await mkdtemp(join(tmpdir(), 'zepp-simulator-')), 'app.zab');
  await writeFile(file, bytes);
  return file;
}
