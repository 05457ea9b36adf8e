/**
 * Opens an app on disk: a `.zab` or `.zpk` file, an unpacked `.zab`, or a source folder, which is packed in a temporary
 * copy. Never writes into the app's folder.
 */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import {
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { zipSync } from 'fflate';
import { DEVICES } from '../engine/devices.ts';
import { openPackage } from '../engine/package.ts';
import { messageOf } from '../engine/runtime/format-value.ts';
import type { AppPackage, DeviceModel } from '../engine/types.ts';
import { PackerFailure, pack, packerFolder, packerVersion, writeDeviceCatalogue } from '../packer/packer.ts';
import { keepFile, keptFile } from './cache-folder.ts';
import { outsideImports, repositoryOf } from './outside-imports.ts';
import { modelsOfSource, type SourceManifest, whyNoModel } from './source-models.ts';

/** Folders of an app that are not copied before packing. */
const NOT_COPIED = ['node_modules', 'dist'];

/** Hidden files, and files that the packer's tools read as their configuration. They may name code, which packing would run. */
const CONFIGURATION = /^\.|^babel\.config\.|^browserslist$/i;

const DESCRIPTION = 'package.json';

/** Keys of package.json that hold the configuration of these tools. */
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

/** The scope of the packages that Zepp publishes for apps. */
const ZEPP_SCOPE = '@zeppos';

/** Every `node_modules` at and above the app, nearest first, as Node looks for packages. */
function modulesAbove(folder: string): readonly string[] {
  const parts = folder.split(sep);
  const above = parts.map((_, index) => [...parts.slice(0, parts.length - index), 'node_modules'].join(sep));
  return above.filter((modules) => existsSync(modules));
}

/** The `node_modules` where zpm is installed, which need not be above the app. */
function modulesOfPacker(): string {
  return dirname(dirname(packerFolder()));
}

/** Links packages, by their names or scopes, into one folder, unless they are there. */
async function linkPackages(modules: string, names: readonly string[], to: string): Promise<void> {
  for (const name of names) {
    const inScope = name.startsWith('@') ? await readdir(join(modules, name)).catch(() => []) : null;
    for (const path of inScope?.map((part) => join(name, part)) ?? [name]) {
      if (path.startsWith('.') || existsSync(join(to, path))) continue;
      await mkdir(dirname(join(to, path)), { recursive: true });
      await symlink(join(modules, path), join(to, path));
    }
  }
}

/**
 * Links every package that the app can import into one folder; of two with the same name, the nearest counts. Of the packages beside zpm,
 * only Zepp's are added: the packer compiles every script of the app, its tests too, and fails on some packages that tests import if it
 * finds them.
 */
async function linkModules(folder: string, to: string): Promise<void> {
  for (const modules of modulesAbove(folder)) await linkPackages(modules, await readdir(modules), to);
  await linkPackages(modulesOfPacker(), [ZEPP_SCOPE], to);
}

/** The packer's messages about its progress, which say nothing about a failure. */
const PROGRESS = /^\[(?:ROLLUP|RESIZE|PNG2TGA)\]/;

/** Why an app could not be packed, in words: the imported packages that are not installed, or else what the packer said. */
function packingFault(folder: string, devices: readonly DeviceModel[], output: string): string {
  const imported = [...output.matchAll(/^"([^".][^"]*)" is imported by .*could not be resolved/gm)];
  const names = imported.map(([, path = '']) => path.split('/', path.startsWith('@') ? 2 : 1).join('/'));
  const missing = [...new Set(names)].join(' ');
  if (missing !== '')
    return `${folder} imports what is not installed. In its folder or above it, run: npm install ${missing}`;
  const [first = '', ...others] = devices.map(({ name }) => name);
  const more = others.length === 0 ? '' : ` and ${others.length} other models`;
  const said = output.split('\n').filter((line) => !PROGRESS.test(line));
  return `zpm could not pack ${folder} for ${first}${more}:\n${said.join('\n').trim()}`;
}

/** Removes from a copied package.json, if that is what it is, the configuration that makes the packer run code. */
async function withoutConfiguration(copy: string): Promise<void> {
  if (basename(copy).toLowerCase() !== DESCRIPTION || !existsSync(copy)) return;
  const kept = Object.entries(JSON.parse(await readFile(copy, 'utf8')) as object).filter(
    ([key]) => !CONFIGURATION_KEYS.includes(key),
  );
  await writeFile(copy, JSON.stringify(Object.fromEntries(kept)));
}

/** Copies the source of an app, without links, which may lead out of it, and without anything that makes the packer run code of the app. */
async function copySource(folder: string, copy: string): Promise<void> {
  const filter = async (path: string): Promise<boolean> => {
    const name = basename(path);
    if (path === folder) return true;
    return !NOT_COPIED.includes(name) && !CONFIGURATION.test(name) && !(await lstat(path)).isSymbolicLink();
  };
  await cp(folder, copy, { recursive: true, filter });
  await withoutConfiguration(join(copy, DESCRIPTION));
}

/** Copies a file from beside the app, which may lie above the copy of the app, where the packer's tools look for their configuration. */
async function copyOutside(file: string, copy: string): Promise<void> {
  if (CONFIGURATION.test(basename(file))) return;
  await cp(file, copy);
  await withoutConfiguration(copy);
}

async function packCopy(folder: string, devices: readonly DeviceModel[]): Promise<Uint8Array> {
  const scratch = await mkdtemp(join(tmpdir(), 'zepp-simulator-'));
  try {
    const source = await realpath(folder);
    const outside = outsideImports(source);
    // If the app imports files from beside it, the copy is as deep as the app is in its repository, so that the relative paths stay right.
    const repository = outside.length === 0 ? source : repositoryOf(source);
    const root = join(scratch, 'app');
    const copy = join(root, relative(repository, source));
    const modules = join(copy, 'node_modules');
    const catalogueHome = join(scratch, 'home');
    await copySource(source, copy);
    for (const file of outside) await copyOutside(file, join(root, relative(repository, file)));
    await linkModules(source, modules);
    if (outside.length > 0) await symlink(modules, join(root, 'node_modules'));
    await writeDeviceCatalogue(catalogueHome, devices);
    return await pack({ folder: copy, flavour: 'javascript', catalogueHome });
  } catch (error) {
    if (!(error instanceof PackerFailure)) throw error;
    throw new Error(packingFault(folder, devices, error.output), { cause: error });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The most packages that are kept. */
const MOST_KEPT = 40;

/**
 * The package of an app folder: packed for `devices` if the folder holds source, zipped again if it holds an unpacked `.zab`. The package
 * is kept for each state of the files, so that a second run has nothing to pack.
 * @throws Error with the packer's output when packing failed, or when the folder holds neither
 */
export async function packFolder(path: string, devices: readonly DeviceModel[]): Promise<Uint8Array> {
  const folder = resolve(path);
  if (existsSync(join(folder, 'manifest.json'))) return zipAgain(folder);
  if (!existsSync(join(folder, 'app.json')))
    throw new Error(`${folder} is no Zepp OS app: it has neither app.json nor manifest.json.`);
  const name = `package-${await sourceHash(folder, devices)}.zab`;
  const kept = keptFile(name);
  if (kept !== null) return new Uint8Array(await readFile(kept));
  const bytes = await packCopy(folder, devices);
  keepFile(name, bytes, 'package-', MOST_KEPT);
  return bytes;
}

/** Hash of everything that the package is made from. */
async function sourceHash(folder: string, devices: readonly DeviceModel[]): Promise<string> {
  const hash = createHash('sha256')
    .update(JSON.stringify(devices))
    .update(await packerVersion());
  const source = await realpath(folder);
  for (const modules of [...modulesAbove(source), modulesOfPacker()]) {
    const installed = join(modules, '.package-lock.json');
    if (existsSync(installed)) hash.update(await readFile(installed));
  }
  const below = async (path: string): Promise<void> => {
    for (const entry of (await readdir(path, { withFileTypes: true })).sort((one, other) =>
      one.name < other.name ? -1 : 1,
    )) {
      const file = join(path, entry.name);
      if (NOT_COPIED.includes(entry.name) || CONFIGURATION.test(entry.name)) continue;
      if (entry.isDirectory()) await below(file);
      else if (entry.isFile()) hash.update(relative(folder, file)).update(await readFile(file));
    }
  };
  await below(source);
  for (const file of outsideImports(source)) hash.update(relative(source, file)).update(await readFile(file));
  return hash.digest('hex').slice(0, 24);
}

/**
 * The bytes of the package at `path`, which may be a file or a folder. A source folder is packed for `device`, or for the first model that
 * its `app.json` serves, or for all that it serves.
 * @throws Error naming the path and what is wrong with it
 */
export async function packageBytes(path: string, device?: DeviceModel | 'all models'): Promise<Uint8Array> {
  if (!existsSync(path)) throw new Error(`There is nothing at ${path}.`);
  if (!statSync(path).isDirectory()) return new Uint8Array(await readFile(path));
  const manifest = join(path, 'app.json');
  if (!existsSync(manifest)) return packFolder(path, DEVICES);
  const source = jsonOf(await readFile(manifest, 'utf8'), manifest);
  const served = modelsOfSource(source);
  if (served.length === 0) throw new Error(`${manifest} ${whyNoModel(source)}`);
  if (device === 'all models') return packFolder(path, served);
  if (device !== undefined && !served.includes(device)) throw new Error(notServed(path, device, served));
  const chosen = device ?? served.find(({ name }) => name === USUAL_MODEL) ?? served[0];
  return packFolder(path, chosen === undefined ? served : [chosen]);
}

/**
 * The path of a package file with the app at `path`, packed for all models that it serves if that is a source folder.
 * @throws Error like `packageBytes`
 */
export async function packageFile(path: string): Promise<string> {
  if (existsSync(path) && !statSync(path).isDirectory()) return path;
  const bytes = await packageBytes(path, 'all models');
  const file = join(await mkdtemp(join(tmpdir(), 'zepp-simulator-')), 'app.zab');
  await writeFile(file, bytes);
  return file;
}

/** The default model, if the app serves it. */
export const USUAL_MODEL = 'Balance 2';

/** Says that an app does not serve a model, and which it serves. */
export function notServed(path: string, device: DeviceModel, served: readonly DeviceModel[]): string {
  const names = served.length === 0 ? 'none of the list' : served.map(({ name }) => name).join(', ');
  return `${path} does not serve the model ${device.name}. It serves: ${names}.`;
}

function jsonOf(text: string, path: string): SourceManifest {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as SourceManifest;
  } catch (error) {
    throw new Error(`${path} is no JSON: ${messageOf(error)}`, { cause: error });
  }
}

/**
 * Opens an app folder for one model.
 * @throws Error like `packFolder`, or when the package does not serve the model
 */
export async function loadAppFolder(path: string, device: DeviceModel): Promise<AppPackage> {
  return openPackage(await packFolder(path, [device]), device);
}

/**
 * Opens what is at `path` for one model: a folder, a `.zab` or a `.zpk`.
 * @throws Error naming the path and what is wrong with it
 */
export async function loadApp(path: string, device: DeviceModel): Promise<AppPackage> {
  const bytes = await packageBytes(path, device);
  try {
    return openPackage(bytes, device);
  } catch (error) {
    throw new Error(`${path}: ${messageOf(error)}`, { cause: error });
  }
}
