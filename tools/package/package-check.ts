/**
 * Judges what the packer made: every screen, every promised bundle, the icon, the link library, the flavour.
 * Never looks at what the packer said about it.
 */
import { basename } from 'node:path';
import type { DeviceModel } from 'zepp-watch-simulator/engine/types';
import { ICON_SIZE_PX } from 'zepp-watch-simulator/packer';
import { type JsonObject, objectAt, stringAt } from '../shared/json.ts';
import { manifestEntries } from './manifest-entries.ts';
import { readPackages, type ScreenPackage } from './package-file.ts';

export interface PackageDemands {
  readonly manifest: JsonObject;
  readonly devices: readonly DeviceModel[];
  /** Ending of the device bundles: `.bin` for bytecode, `.js` for the simulator's flavour. */
  readonly ending: '.bin' | '.js';
  /** False for the genuine catalogue, which gives each model an icon size and a texture format of its own. */
  readonly isIconResized?: boolean;
}

/** A method name deep inside zml; it survives bytecode and is in no other module. */
const linkMarker = 'errorIfSideServiceDisconnect';

/** Without zml an `app` bundle has 1 KB, with it 27 KB (bytecode): far above one, far below the other. */
const leastAppBytes = 15_000;

/** Checks the package at `path` and returns its screen packages; fails at the first broken promise. */
export async function checkPackage(path: string, demands: PackageDemands): Promise<readonly ScreenPackage[]> {
  const packages = await readPackages(path);
  const name = basename(path);
  checkScreens(name, packages, demands.devices);
  for (const screen of packages) checkScreenPackage(`${name}, ${screen.screen}`, screen, demands);
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

function checkScreenPackage(where: string, screen: ScreenPackage, demands: PackageDemands): void {
  const { device, phone } = manifestEntries(demands.manifest);
  for (const entry of device) demandFile(where, screen.device, `${entry}${demands.ending}`);
  for (const entry of phone) demandFile(where, screen.phone, `${entry}.js`);
  const icon = stringAt(objectAt(demands.manifest, 'app'), 'icon');
  if (icon === undefined) throw new Error('app.json names no icon.');
  const bytes = screen.device[`assets/${icon}`];
  if (demands.isIconResized === false) demandFile(where, screen.device, `assets/${icon}`);
  else checkIcon(where, icon, bytes);
  checkLink(where, screen.device[`app${demands.ending}`]);
  if (demands.ending === '.bin') demandNoScript(where, screen);
}

function demandFile(where: string, files: ScreenPackage['device'], entry: string): void {
  if ((files[entry]?.length ?? 0) === 0)
    throw new Error(`${where}: ${entry} is missing, although app.json lists it.`);
}

function demandNoScript(where: string, screen: ScreenPackage): void {
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

function checkLink(where: string, app: Uint8Array | undefined): void {
  const size = app?.length ?? 0;
  const hasMarker = app !== undefined && Buffer.from(app).includes(linkMarker);
  if (size < leastAppBytes || !hasMarker)
    throw new Error(`${where}: the app bundle (${size} bytes) was packed without zml.`);
}
