/**
 * Checks a package by its content, because zpm reports success for packages with parts missing: every screen, every bundle
 * of the manifest, the icon, zml, and that bytecode ships alone.
 */
import { basename } from 'node:path';
import type { DeviceModel } from 'zepp-watch-simulator';
import { ICON_SIZE_PX } from 'zepp-watch-simulator/packer';
import { type JsonObject, objectAt, stringAt } from '../shared/json.ts';
import { manifestEntries } from './manifest-entries.ts';
import { readPackages, type ScreenPackage } from './read-packages.ts';

export interface PackageRequirements {
  readonly manifest: JsonObject;
  readonly devices: readonly DeviceModel[];
  /** Ending of the device bundles: `.bin` for bytecode, `.js` for the simulator's flavour. */
  readonly ending: '.bin' | '.js';
  /** False if the package was made with the genuine catalogue, which gives each model its own icon size and format. */
  readonly isIconResized?: boolean;
}

/** Name of a method of zml. It is kept in bytecode, and no other module has it. */
const ZML_MARKER = 'errorIfSideServiceDisconnect';

/** As bytecode, an `app` bundle has 1 KB without zml and over 27 KB with it. */
const LEAST_APP_BYTES = 15_000;

/** Checks the package at `path` and returns its screen packages. @throws Error at the first thing that is missing */
export async function checkPackage(
  path: string,
  requirements: PackageRequirements,
): Promise<readonly ScreenPackage[]> {
  const packages = await readPackages(path);
  const name = basename(path);
  checkScreens(name, packages, requirements.devices);
  for (const screen of packages) checkScreenPackage(`${name}, ${screen.screen}`, screen, requirements);
  return packages;
}

function checkScreens(
  name: string,
  packages: readonly ScreenPackage[],
  devices: readonly DeviceModel[],
): void {
  const wanted = new Set(devices.map((device) => `${device.shape} ${device.width}x${device.height}`));
  const present = new Set(packages.map(({ shape, screen }) => `${shape} ${screen}`));
  for (const screen of wanted)
    if (!present.has(screen)) throw new Error(`${name} has no package for ${screen}.`);
}

function checkScreenPackage(where: string, screen: ScreenPackage, requirements: PackageRequirements): void {
  const { device, phone } = manifestEntries(requirements.manifest);
  for (const entry of device) requireFile(where, screen.device, `${entry}${requirements.ending}`);
  for (const entry of phone) requireFile(where, screen.phone, `${entry}.js`);
  const icon = stringAt(objectAt(requirements.manifest, 'app'), 'icon');
  if (icon === undefined) throw new Error('app.json names no icon.');
  const bytes = screen.device[`assets/${icon}`];
  if (requirements.isIconResized === false) requireFile(where, screen.device, `assets/${icon}`);
  else checkIcon(where, icon, bytes);
  checkZml(where, screen.device[`app${requirements.ending}`]);
  if (requirements.ending === '.bin') refuseScripts(where, screen);
}

function requireFile(where: string, files: ScreenPackage['device'], entry: string): void {
  if ((files[entry]?.length ?? 0) === 0)
    throw new Error(`${where}: ${entry} is missing, although app.json lists it.`);
}

function refuseScripts(where: string, screen: ScreenPackage): void {
  const script = Object.keys(screen.device).find((entry) => entry.endsWith('.js'));
  if (script !== undefined)
    throw new Error(`${where}: ${script} ships as JavaScript in the bytecode package.`);
}

/** The packer turns images into TGA: width and height are little-endian words at bytes 12 and 14. */
function checkIcon(where: string, icon: string, bytes: Uint8Array | undefined): void {
  if (bytes === undefined || bytes.length < 18)
    throw new Error(`${where}: the app icon assets/${icon} is missing.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint16(12, true);
  const height = view.getUint16(14, true);
  if (width !== ICON_SIZE_PX || height !== ICON_SIZE_PX)
    throw new Error(
      `${where}: assets/${icon} is ${width}x${height} and not resized to ${ICON_SIZE_PX}x${ICON_SIZE_PX}.`,
    );
}

function checkZml(where: string, app: Uint8Array | undefined): void {
  const size = app?.length ?? 0;
  const hasMarker = app !== undefined && Buffer.from(app).includes(ZML_MARKER);
  if (size < LEAST_APP_BYTES || !hasMarker)
    throw new Error(`${where}: the app bundle (${size} bytes) was packed without zml.`);
}
