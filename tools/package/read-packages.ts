/**
 * Reads all packages of a `.zab`: a zip of one `.zpk` for each screen, each a zip of a device part and a phone part. Unlike
 * the simulator's `openZab` it reads bytecode too.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { unzipSync } from 'fflate';
import { isObject, listAt, stringAt } from '../shared/json.ts';

export type Files = Readonly<Record<string, Uint8Array>>;

export interface ScreenPackage {
  /** Such as `480x480`. */
  readonly screen: string;
  readonly shape: string;
  readonly device: Files;
  readonly phone: Files;
}

/** Every screen package of the `.zab` at `path`, as its own manifest lists them. */
export async function readPackages(path: string): Promise<readonly ScreenPackage[]> {
  const outer = unzipSync(await readFile(path));
  const manifest: unknown = JSON.parse(textOf(outer, 'manifest.json', path));
  return listAt(manifest, 'zpks').map((entry) => {
    const name = stringAt(entry, 'name') ?? '';
    const bytes = outer[name];
    if (bytes === undefined)
      throw new Error(`${basename(path)} lists ${name || 'a package'} but does not contain it.`);
    const parts = unzipSync(bytes);
    const platform = listAt(entry, 'platforms').find(isObject);
    return {
      screen: stringAt(platform, 'screenResolution') ?? '',
      shape: stringAt(platform, 'screenType') ?? '',
      device: filesOf(parts, 'device.zip'),
      phone: filesOf(parts, 'app-side.zip'),
    };
  });
}

/** Text of one entry; fails if the entry is missing. */
function textOf(files: Files, entry: string, where: string): string {
  const bytes = files[entry];
  if (bytes === undefined) throw new Error(`${basename(where)} has no ${entry}.`);
  return new TextDecoder().decode(bytes);
}

function filesOf(parts: Files, name: string): Files {
  const bytes = parts[name];
  if (bytes === undefined) return {};
  return Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([entry]) => !entry.endsWith('/')));
}
