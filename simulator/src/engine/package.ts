/**
 * Opens packed apps. A `.zab` holds one `.zpk` for each kind of screen; a `.zpk` holds the part for the watch and the part for
 * the phone.
 */
import { Buffer } from 'buffer/index.js';
import { unzipSync } from 'fflate';
import { DEVICES } from './devices.ts';
import { pagesOf, servicesOf } from './manifest.ts';
import { messageOf } from './runtime/format-value.ts';
import type { AppPackage, DeviceModel, Manifest } from './types.ts';

type Files = Readonly<Record<string, Uint8Array>>;

/** What a package is for: a kind of screen, or the numbers of hardware variants. */
interface Platform {
  readonly screenType?: string;
  readonly screenResolution?: string;
  readonly deviceSource?: number;
}

interface ZabEntry {
  readonly name: string;
  readonly platforms?: readonly Platform[];
}

function unzipped(bytes: Uint8Array, what: string): Files {
  try {
    return unzipSync(bytes);
  } catch (error) {
    throw new Error(`${what} is torn or no zip archive (${bytes.length} bytes): ${messageOf(error)}`);
  }
}

function json(files: Files, path: string, what: string): unknown {
  const bytes = files[path];
  if (bytes === undefined) throw new Error(`${what} holds no ${path}; found: ${listed(Object.keys(files))}`);
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    throw new Error(`${path} in ${what} is no JSON: ${messageOf(error)}`);
  }
}

/** At most twelve names, for errors. */
function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.slice(0, 12).join(', ');
}

function filesOf(archive: Files): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const path of Object.keys(archive)) {
    const bytes = archive[path];
    if (bytes !== undefined && !path.endsWith('/')) files.set(path, bytes);
  }
  return files;
}

/** Checks that every bundle of the manifest is there as JavaScript. */
function checkBundles(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest, what: string): void {
  for (const entry of ['app', ...pagesOf(manifest), ...servicesOf(manifest)]) {
    if (files.has(`${entry}.js`)) continue;
    if (files.has(`${entry}.bin`)) {
      throw new Error(
        `${what} holds bytecode only (${entry}.bin): the simulator needs the JavaScript flavour (pack with \`zpm build\`, without --prune)`,
      );
    }
    throw new Error(
      `${what} lacks ${entry}.js, which its app.json names; found: ${listed([...files.keys()])}`,
    );
  }
}

/**
 * Opens a `.zpk`.
 * @param what how errors name the file
 * @throws Error naming the part that is missing or damaged
 */
export function openZpk(bytes: Uint8Array, what = 'the .zpk'): AppPackage {
  const outer = unzipped(bytes, what);
  const deviceZip = outer['device.zip'];
  if (deviceZip === undefined) {
    throw new Error(`${what} holds no device.zip; found: ${listed(Object.keys(outer))}`);
  }
  const inner = unzipped(deviceZip, `device.zip in ${what}`);
  const manifest = json(inner, 'app.json', `device.zip in ${what}`) as Manifest;
  const deviceFiles = filesOf(inner);
  checkBundles(deviceFiles, manifest, `device.zip in ${what}`);
  const sideZip = outer['app-side.zip'];
  const phoneFiles =
    sideZip === undefined ? new Map() : filesOf(unzipped(sideZip, `app-side.zip in ${what}`));
  return { deviceFiles, phoneFiles, manifest };
}

function fits(entry: ZabEntry, device: DeviceModel): boolean {
  const resolution = `${device.width}x${device.height}`;
  return (entry.platforms ?? []).some(({ screenType, screenResolution, deviceSource }) => {
    if (screenResolution === undefined)
      return deviceSource !== undefined && device.deviceSources.includes(deviceSource);
    return screenResolution === resolution && (screenType === undefined || screenType === device.shape);
  });
}

/** The screens that a `.zab` serves: `round 480x480, square 390x450`. */
function offered(entries: readonly ZabEntry[]): string {
  const names = new Set<string>();
  for (const entry of entries) {
    for (const platform of entry.platforms ?? []) {
      const { screenType = 'any', screenResolution, deviceSource } = platform;
      names.add(
        screenResolution === undefined
          ? `device source ${deviceSource}`
          : `${screenType} ${screenResolution}`,
      );
    }
  }
  return listed([...names]);
}

/**
 * Opens the package for one model out of a `.zab`.
 * @throws Error listing the screens that the `.zab` serves when the one of `device` is not among them
 */
export function openZab(bytes: Uint8Array, device: DeviceModel): AppPackage {
  const outer = unzipped(bytes, 'the .zab');
  const manifest = json(outer, 'manifest.json', 'the .zab') as { readonly zpks?: readonly ZabEntry[] };
  const entries = manifest.zpks ?? [];
  const entry = entries.find((candidate) => fits(candidate, device));
  if (entry === undefined) {
    throw new Error(
      `the .zab has no package for ${device.name} (${device.shape} ${device.width}x${device.height}); it has: ${offered(entries)}`,
    );
  }
  const zpk = outer[entry.name];
  if (zpk === undefined)
    throw new Error(`the .zab names ${entry.name} in manifest.json but does not hold it`);
  return openZpk(zpk, `${entry.name} (${device.shape} ${device.width}x${device.height})`);
}

/**
 * Opens a `.zab` or a `.zpk`, whichever it is by its content.
 * @throws Error like `openZab` and `openZpk`
 */
export function openPackage(bytes: Uint8Array, device: DeviceModel): AppPackage {
  const outer = unzipped(bytes, 'the file');
  return outer['manifest.json'] === undefined ? openZpk(bytes) : openZab(bytes, device);
}

/** The models that a `.zab` or `.zpk` serves, newest first. A `.zpk` alone does not say which, so it serves them all. */
export function modelsServedBy(bytes: Uint8Array): readonly DeviceModel[] {
  return DEVICES.filter((device) => {
    try {
      openPackage(bytes, device);
      return true;
    } catch {
      return false;
    }
  });
}
