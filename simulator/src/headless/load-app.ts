/**
 * Finds an app on disk for the simulator: a `.zab` or `.zpk`, an unpacked `.zab`, or a source folder, which the
 * official packer packs in a temporary copy. Never writes into the app's folder.
 */
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { openPackage } from '../engine/package.ts';
import type { AppPackage, DeviceModel } from '../engine/types.ts';
import { deviceCatalogue } from '../packer/device-catalogue.ts';

/** Signs of failure in zpm's output; it exits with 0 all the same. */
const FAILURE = /\berror\b|could not be resolved|no matching/i;
const LEFT_BEHIND = ['node_modules', 'dist', '.git'];

/**
 * Opens a `.zab` or `.zpk` file.
 * @throws Error naming the file and what is wrong with it
 */
export function loadZabFile(path: string, device: DeviceModel): AppPackage {
  if (!existsSync(path)) throw new Error(`There is no file ${path}`);
  try {
    return openPackage(new Uint8Array(readFileSync(path)), device);
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function packer(): string {
  const require = createRequire(import.meta.url);
  const manifestPath = require.resolve('@zeppos/zpm/package.json');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as { bin: string | Record<string, string> };
  const bin = typeof manifest.bin === 'string' ? manifest.bin : (manifest.bin.zpm ?? '');
  return join(dirname(manifestPath), bin);
}

/** Folder with the packages that apps import (zml) when the app has none of its own. */
function sharedModules(): string {
  const require = createRequire(import.meta.url);
  const manifestPath = require.resolve('@zeppos/zpm/package.json');
  return dirname(dirname(dirname(manifestPath)));
}

function runPacker(folder: string, home: string): Promise<string> {
  return new Promise((done, fail) => {
    const env = { ...process.env, HOME: home, USERPROFILE: home };
    execFile(process.execPath, [packer(), 'build'], { cwd: folder, env }, (error, stdout, stderr) => {
      const output = `${stdout}\n${stderr}`;
      if (error !== null) fail(new Error(`zpm failed: ${output.trim()}`));
      else done(output);
    });
  });
}

function zabIn(folder: string): string | undefined {
  const dist = join(folder, 'dist');
  const name = existsSync(dist) ? readdirSync(dist).find((file) => file.endsWith('.zab')) : undefined;
  return name === undefined ? undefined : join(dist, name);
}

/** A folder that holds an unpacked `.zab` (manifest.json and `.zpk` files), as one archive again. */
function rezipped(folder: string): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const name of readdirSync(folder)) {
    if (name === 'manifest.json' || name.endsWith('.zpk'))
      files[name] = new Uint8Array(readFileSync(join(folder, name)));
  }
  return zipSync(files, { level: 0 });
}

async function pack(folder: string, devices: readonly DeviceModel[]): Promise<Uint8Array> {
  const scratch = mkdtempSync(join(tmpdir(), 'zepp-simulator-'));
  try {
    const copy = join(scratch, 'app');
    cpSync(folder, copy, { recursive: true, filter: (path) => LEFT_BEHIND.indexOf(basename(path)) < 0 });
    const own = join(folder, 'node_modules');
    symlinkSync(existsSync(own) ? own : sharedModules(), join(copy, 'node_modules'));
    const home = join(scratch, 'home');
    mkdirSync(join(home, '.zepp'), { recursive: true });
    writeFileSync(join(home, '.zepp', '.zeus_devices'), JSON.stringify(deviceCatalogue(devices)));
    const output = await runPacker(copy, home);
    const zab = zabIn(copy);
    if (zab === undefined || FAILURE.test(output)) {
      const names = devices.map((device) => device.name).join(', ');
      throw new Error(`zpm could not pack ${folder} for ${names}:\n${output.trim()}`);
    }
    return new Uint8Array(readFileSync(zab));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * The bytes of an app folder's package: packed for `devices` when it is source, as it is when it is an unpacked `.zab`.
 * @throws Error with the packer's output when packing failed
 */
export async function packFolder(path: string, devices: readonly DeviceModel[]): Promise<Uint8Array> {
  const folder = resolve(path);
  if (existsSync(join(folder, 'manifest.json'))) return rezipped(folder);
  if (!existsSync(join(folder, 'app.json'))) {
    throw new Error(`${folder} is no Zepp OS app: it has neither app.json nor manifest.json`);
  }
  return pack(folder, devices);
}

/** Opens an app folder. Throws like `packFolder`. */
export async function loadAppFolder(path: string, device: DeviceModel): Promise<AppPackage> {
  return openPackage(await packFolder(path, [device]), device);
}

/** Opens whatever lies at `path`: a folder, a `.zab` or a `.zpk`. */
export async function loadApp(path: string, device: DeviceModel): Promise<AppPackage> {
  if (!existsSync(path)) throw new Error(`There is nothing at ${path}`);
  return statSync(path).isDirectory() ? loadAppFolder(path, device) : loadZabFile(path, device);
}
