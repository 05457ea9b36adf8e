/**
 * Opens packed apps. A `.zab` holds one `.zpk` for each kind of screen; a `.zpk` holds the part for the watch and the part for
 * the phone.
 */
import { Buffer } from 'buffer/index.js';
import { unzipSync } from 'fflate';
import { DEVICES, levelOf } from './devices.ts';
import type { Manifest } from './manifest.ts';
import { pagesOf, servicesOf } from './manifest.ts';
import { messageOf } from './runtime/format-value.ts';
import type { AppPackage, DeviceModel } from './types.ts';

type Files = Readonly<Record<string, Uint8Array>>;

/** What a package is for: a kind of screen, or the numbers of hardware variants. */
interface Platform {
  readonly screenType?: string;
  readonly screenResolution?: string;
  readonly deviceSource?: number;
}

interface ZabManifest {
  readonly zpks?: readonly ZabEntry[];
}

/** A list of parts: that of a `.zab`, or the lowest API_LEVEL of the only part. */
interface PartsList extends ZabManifest {
  readonly minVersion?: string;
}

interface ZabEntry {
  readonly name: string;
  /** Lowest API_LEVEL, in a list of parts. */
  readonly minVersion?: string;
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

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
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
  if (!isObject(manifest) || !isObject(manifest.module))
    throw new Error(`app.json in device.zip in ${what} describes no app: it has no "module"`);
  const deviceFiles = filesOf(inner);
  checkBundles(deviceFiles, manifest, `device.zip in ${what}`);
  const sideZip = outer['app-side.zip'];
  const phoneFiles =
    sideZip === undefined ? new Map() : filesOf(unzipped(sideZip, `app-side.zip in ${what}`));
  return { deviceFiles, phoneFiles, manifest };
}

function minVersionOf(manifest: Partial<Manifest>): string {
  return manifest.runtime?.apiVersion?.minVersion ?? '1.0';
}

/** Whether the API_LEVEL of a model is high enough for an app. */
export function hasLevelFor(manifest: Partial<Manifest>, device: DeviceModel): boolean {
  return levelOf(device.apiLevel) >= levelOf(minVersionOf(manifest));
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

function zabEntries(outer: Files): readonly ZabEntry[] {
  const { zpks } = Object(json(outer, 'manifest.json', 'the .zab')) as Partial<ZabManifest>;
  return Array.isArray(zpks) ? zpks.filter(isObject) : [];
}

function zpkNamed(outer: Files, name: string): Uint8Array {
  const zpk = outer[name];
  if (zpk === undefined) throw new Error(`the .zab names ${name} in manifest.json but does not hold it`);
  return zpk;
}

/**
 * Opens the package for one model out of a `.zab`.
 * @throws Error listing the screens that the `.zab` serves when the one of `device` is not among them
 */
export function openZab(bytes: Uint8Array, device: DeviceModel): AppPackage {
  const outer = unzipped(bytes, 'the .zab');
  const entries = zabEntries(outer);
  const entry = entries.find((candidate) => fits(candidate, device));
  if (entry === undefined) {
    throw new Error(
      `the .zab has no package for ${device.name} (${device.shape} ${device.width}x${device.height}); it has: ${offered(entries)}`,
    );
  }
  return openZpk(
    zpkNamed(outer, entry.name),
    `${entry.name} (${device.shape} ${device.width}x${device.height})`,
  );
}

/** A package in parts, so that a browser loads only the part that it shows: the list of parts, and each `.zpk` by its index in the list. */
export interface PackageParts {
  /** The `manifest.json` of a `.zab` with the API_LEVEL of each part. For a `.zpk`, which names no models, only the level. */
  readonly list: string;
  readonly zpks: readonly Uint8Array[];
}

/**
 * Takes a `.zab` or a `.zpk` apart.
 * @throws Error like `openZab`
 */
export function partsOf(bytes: Uint8Array): PackageParts {
  const outer = unzipped(bytes, 'the file');
  if (outer['manifest.json'] === undefined) {
    const list: PartsList = { minVersion: minVersionOf(openZpk(bytes).manifest) };
    return { list: JSON.stringify(list), zpks: [bytes] };
  }
  const entries = zabEntries(outer);
  const zpks = entries.map(({ name }) => zpkNamed(outer, name));
  const levels = zpks.map((zpk, at) => minVersionOf(openZpk(zpk, entries[at]?.name).manifest));
  const list: PartsList = {
    zpks: entries.map((entry, at) => ({ ...entry, minVersion: levels[at] ?? '1.0' })),
  };
  return { list: JSON.stringify(list), zpks };
}

/** The models that a list of parts serves, newest first, each with the index of its `.zpk`. */
export function modelsInList(list: string): ReadonlyMap<DeviceModel, number> {
  const { zpks, minVersion: level = '1.0' } = JSON.parse(list) as PartsList;
  const hasLevel = (device: DeviceModel, { minVersion = level }: Partial<ZabEntry> = {}): boolean =>
    levelOf(device.apiLevel) >= levelOf(minVersion);
  const placeFor = (device: DeviceModel): number =>
    zpks === undefined ? 0 : zpks.findIndex((entry) => fits(entry, device));
  const places = DEVICES.map((device) => [device, placeFor(device)] as const);
  return new Map(places.filter(([device, place]) => place >= 0 && hasLevel(device, zpks?.[place])));
}

/**
 * Opens a `.zab` or a `.zpk`; the content decides which it is.
 * @throws Error like `openZab` and `openZpk`
 */
export function openPackage(bytes: Uint8Array, device: DeviceModel): AppPackage {
  const outer = unzipped(bytes, 'the file');
  return outer['manifest.json'] === undefined ? openZpk(bytes) : openZab(bytes, device);
}

/** The models that a `.zab` or `.zpk` serves, newest first. A single `.zpk` names no models, so it serves all that have its API_LEVEL. */
export function modelsServedBy(bytes: Uint8Array): readonly DeviceModel[] {
  return DEVICES.filter((device) => {
    try {
      return hasLevelFor(openPackage(bytes, device).manifest, device);
    } catch {
      return false;
    }
  });
}
