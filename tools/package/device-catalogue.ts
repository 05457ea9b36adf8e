/**
 * The packer's device catalogue, made from the pinned device list.
 * For tests and the simulator only: chip, product numbers and icon size are assumptions, since no public list
 * gives them, and the chip decides the format of image textures. Never used for a watch.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildFailure } from '../shared/failure.ts';
import { isObject, listAt, stringAt } from '../shared/json.ts';
import type { Project } from '../shared/project.ts';

export interface Device {
  readonly name: string;
  readonly apiLevel: string;
  readonly osVersion: string;
  readonly shape: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sources: readonly number[];
}

/** Edge in pixels to which the packer scales the launcher icon. */
export const iconSizePx = 124;

/** The chip name that this catalogue gives every device. */
const assumedChip = 'huangshan';

/** Models of the pinned list whose API level is at least `minimum` (such as "3.6"). */
export async function readDevices(project: Project, minimum: string): Promise<readonly Device[]> {
  const rows: unknown = JSON.parse(await readFile(project.deviceList, 'utf8'));
  if (!Array.isArray(rows)) throw new BuildFailure('simulator/devices.json does not hold a list.');
  const devices = rows.map(parseDevice).filter((device) => isAtLeast(device.apiLevel, minimum));
  if (devices.length === 0) throw new BuildFailure(`No device of the list has API level ${minimum}.`);
  return devices;
}

/** Screen size as packages name it, such as `480x480`. */
export function screenName(device: Device): string {
  return `${device.widthPx}x${device.heightPx}`;
}

/** Writes the catalogue where the packer looks for it below its home folder. */
export async function writeDeviceCatalogue(project: Project, devices: readonly Device[]): Promise<void> {
  const folder = join(project.packerHome, '.zepp');
  await mkdir(folder, { recursive: true });
  const catalogue = {
    devices: devices.flatMap((device) => device.sources.map((source) => catalogueRow(device, source))),
    devices_beta: [],
    // The packer goes to the network as soon as this instant has passed; the list is pinned, so it never does.
    expiredTime: Date.UTC(2100, 0, 1),
    version: '',
  };
  await writeFile(join(folder, '.zeus_devices'), JSON.stringify(catalogue));
}

function catalogueRow(device: Device, source: number): object {
  return {
    productName: device.name,
    deviceSource: source,
    value: {
      code: String(source),
      productId: 1,
      productVersion: 1,
      shape: device.shape,
      chip: { manufacturer: assumedChip },
      screen: {
        size: `${device.widthPx}*${device.heightPx}`,
        previewSize: '240*240',
        iconSize: iconSizePx,
      },
      os: { version: device.osVersion, apiLevel: device.apiLevel, apiLevelLimitMin: '1.0' },
      pixelDensity: 300,
    },
  };
}

function parseDevice(row: unknown): Device {
  const name = stringAt(row, 'name') ?? '';
  const sources = listAt(row, 'deviceSources').filter((source) => typeof source === 'number');
  const { width, height } = isObject(row) ? row : {};
  if (typeof width !== 'number' || typeof height !== 'number' || sources.length === 0)
    throw new BuildFailure(`simulator/devices.json: "${name}" lacks its screen size or device sources.`);
  return {
    name,
    apiLevel: stringAt(row, 'apiLevel') ?? '',
    osVersion: stringAt(row, 'osVersion') ?? '',
    shape: stringAt(row, 'shape') ?? '',
    widthPx: width,
    heightPx: height,
    sources,
  };
}

function isAtLeast(level: string, minimum: string): boolean {
  const [major = 0, minor = 0] = level.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = minimum.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
