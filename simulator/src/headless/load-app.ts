/**
 * Opens an app on disk: a `.zab` or `.zpk` file, an unpacked `.zab`, or a source folder, which is packed in a temporary
 * copy. Never writes into the app's folder.
 */
import { existsSync, statSync } from 'node:fs';
import { cp, lstat, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { openPackage } from '../engine/package.ts';
import { messageOf } from '../engine/runtime/format-value.ts';
import type { AppPackage, DeviceModel } from '../engine/types.ts';
import { PackerFailure, pack, packerFolder, writeDeviceCatalogue } from '../packer/packer.ts';

/** Folders of an app that are not copied before packing. */
const NOT_COPIED = ['node_modules', 'dist'];

/** Files that the packer's tools take for their configuration, and hidden files. They may name code, which packing would run. */
const CONFIGURATION = /^\.|^babel\.config\.|^browserslist$/;

/** Keys of package.json that hold the same. */
const CONFIGURATION_KEYS = ['babel', 'browserslist'];

/** A folder that holds an unpacked `.zab` (`manifest.json` and `.zpk` files), as one archive again. */
async function zipAgain(folder: string): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const name of await readdir(folder)) {
    if (name === 'manifest.json' || name.endsWith('.zpk'))
      files[name] = new Uint8Array(await readFile(join(folder, name)));
  }
  return zipSync(files, { level: 0 });
}

/** `node_modules` of the app, or where zpm is installed, which also holds zml. */
function modulesFor(folder: string): string {
  const own = join(folder, 'node_modules');
  return existsSync(own) ? own : dirname(dirname(packerFolder()));
}

/** Copies the source of an app: no links, which may lead out of it, and nothing that makes the packer run code of the app. */
async function copySource(folder: string, copy: string): Promise<void> {
  const filter = async (path: string): Promise<boolean> => {
    const name = basename(path);
    if (path === folder) return true;
    return !NOT_COPIED.includes(name) && !CONFIGURATION.test(name) && !(await lstat(path)).isSymbolicLink();
  };
  await cp(folder, copy, { recursive: true, filter });
  const description = join(copy, 'package.json');
  if (!existsSync(description)) return;
  const kept = Object.entries(JSON.parse(await readFile(description, 'utf8')) as object).filter(
    ([key]) => !CONFIGURATION_KEYS.includes(key),
  );
  await writeFile(description, JSON.stringify(Object.fromEntries(kept)));
}

async function packCopy(folder: string, devices: readonly DeviceModel[]): Promise<Uint8Array> {
  const scratch = await mkdtemp(join(tmpdir(), 'zepp-simulator-'));
  try {
    const copy = join(scratch, 'app');
    const catalogueHome = join(scratch, 'home');
    await copySource(await realpath(folder), copy);
    await symlink(modulesFor(folder), join(copy, 'node_modules'));
    await writeDeviceCatalogue(catalogueHome, devices);
    return await pack({ folder: copy, flavour: 'javascript', catalogueHome });
  } catch (error) {
    if (!(error instanceof PackerFailure)) throw error;
    const names = devices.map((device) => device.name).join(', ');
    throw new Error(`zpm could not pack ${folder} for ${names}:\n${error.output.trim()}`, { cause: error });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Returns the package of an app folder: packed for `devices` when the folder holds source, zipped again when it holds an
 * unpacked `.zab`.
 * @throws Error with the packer's output when packing failed, or when the folder holds neither
 */
export async function packFolder(path: string, devices: readonly DeviceModel[]): Promise<Uint8Array> {
  const folder = resolve(path);
  if (existsSync(join(folder, 'manifest.json'))) return zipAgain(folder);
  if (existsSync(join(folder, 'app.json'))) return packCopy(folder, devices);
  throw new Error(`${folder} is no Zepp OS app: it has neither app.json nor manifest.json`);
}

/**
 * Opens an app folder for one model.
 * @throws Error like `packFolder`, or when the package does not serve the model
 */
export async function loadAppFolder(path: string, device: DeviceModel): Promise<AppPackage> {
  return openPackage(await packFolder(path, [device]), device);
}

/**
 * Opens whatever lies at `path` for one model: a folder, a `.zab` or a `.zpk`.
 * @throws Error naming the path and what is wrong with it
 */
export async function loadApp(path: string, device: DeviceModel): Promise<AppPackage> {
  if (!existsSync(path)) throw new Error(`There is nothing at ${path}`);
  if (statSync(path).isDirectory()) return loadAppFolder(path, device);
  const bytes = new Uint8Array(await readFile(path));
  try {
    return openPackage(bytes, device);
  } catch (error) {
    throw new Error(`${path}: ${messageOf(error)}`, { cause: error });
  }
}
