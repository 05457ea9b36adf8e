/**
 * Packs the source folder of an app with the official packer, zpm, in one of two flavours.
 *
 * zpm exits with 0 for most failures and asks a server for its device catalogue. This module therefore reads zpm's
 * output for complaints, counts the packages that it left, and can write a catalogue made from `devices.json`.
 */
import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { DeviceModel } from '../engine/types.ts';

/** `javascript` is what the simulator runs. `bytecode` is what a watch loads: no bundle is left as JavaScript. */
export type Flavour = 'javascript' | 'bytecode';

const FLAVOUR_OPTIONS: Readonly<Record<Flavour, readonly string[]>> = {
  javascript: [],
  bytecode: ['--jsc', 'bin', '--prune'],
};

/**
 * Without these options zpm prints every bundle anew and indents it. The phone's bundles grow to twice their length, and
 * the bytecode of the watch's bundles grows by a seventeenth, because it records the line of each instruction.
 */
const COMPACT_OPTIONS = ['--compress', 'true', '--ip', 'false'];

/** Edge of the launcher icon in a package that was packed with the catalogue of `writeDeviceCatalogue`, px. */
export const ICON_SIZE_PX = 124;

/** What is packed, and how. */
export interface PackRequest {
  /** Folder with `app.json` at its root. zpm writes into it; `dist` is removed before and afterwards. */
  readonly folder: string;
  readonly flavour: Flavour;
  /** Folder that zpm takes for the home folder, where it looks for the device catalogue. */
  readonly catalogueHome: string;
  /** Keeps the line breaks of the bundles as they are. Choose it when the bundles are minified already. */
  readonly isCompact?: boolean;
}

/** The packer failed, or it reported success and still failed. */
export class PackerFailure extends Error {
  override readonly name = 'PackerFailure';
  /** Everything that zpm printed, without colour codes. */
  readonly output: string;

  constructor(message: string, output: string) {
    super(message);
    this.output = output;
  }
}

/**
 * Packs a folder.
 * @returns the bytes of the `.zab`
 * @throws PackerFailure with the first complaint of zpm, or when it did not leave exactly one package
 */
export async function pack(request: PackRequest): Promise<Uint8Array> {
  const { folder, flavour, isCompact = false } = request;
  const dist = join(folder, 'dist');
  await rm(dist, { recursive: true, force: true });
  const options = [...FLAVOUR_OPTIONS[flavour], ...(isCompact ? COMPACT_OPTIONS : [])];
  const { code, output } = await runPacker(folder, request.catalogueHome, options);
  const complaint = firstComplaint(output);
  if (complaint !== undefined) throw new PackerFailure(`zpm (${flavour}) said: ${complaint}`, output);
  if (code !== 0)
    throw new PackerFailure(`zpm (${flavour}) ended with code ${code}: ${output.trim()}`, output);
  const names = await readdir(dist).catch(() => []);
  const [name, ...others] = names.filter((file) => file.endsWith('.zab'));
  if (name === undefined || others.length > 0) {
    const count = name === undefined ? 0 : others.length + 1;
    throw new PackerFailure(`zpm (${flavour}) left ${count} packages, not one: ${output.trim()}`, output);
  }
  const zab = new Uint8Array(await readFile(join(dist, name)));
  await rm(dist, { recursive: true, force: true });
  return zab;
}

const COMPLAINT = /\berror\b|Error\b|could not be resolved|no matching|unresolved/i;

/** The first line of zpm's output that tells of a failure. */
export function firstComplaint(output: string): string | undefined {
  return output.split('\n').find((line) => COMPLAINT.test(line));
}

/**
 * Folder of the installed zpm.
 * @throws Error with what to install where it is missing
 */
export function packerFolder(): string {
  const require = createRequire(import.meta.url);
  try {
    return dirname(require.resolve('@zeppos/zpm/package.json'));
  } catch (error) {
    throw new Error(
      'To open the source folder of an app, install the official packer beside the simulator: npm install @zeppos/zpm. A .zab or .zpk opens without it.',
      { cause: error },
    );
  }
}

/** Version of the installed zpm, such as `3.4.1`. */
export async function packerVersion(): Promise<string> {
  const description = await readFile(join(packerFolder(), 'package.json'), 'utf8');
  return (JSON.parse(description) as { version: string }).version;
}

function runPacker(
  folder: string,
  home: string,
  options: readonly string[],
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const program = join(packerFolder(), 'bin', 'index.js');
    const env = { ...process.env, HOME: home, USERPROFILE: home };
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    const child = spawn(process.execPath, [program, 'build', ...options], {
      cwd: folder,
      env,
      stdio: [...stdio],
    });
    const parts: string[] = [];
    const collect = (chunk: Buffer): void => void parts.push(chunk.toString('utf8'));
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: withoutColour(parts.join('')) }));
  });
}

function withoutColour(text: string): string {
  const escapeCode = String.fromCharCode(27);
  return text.replaceAll(new RegExp(`${escapeCode}\\[[0-9;]*m`, 'g'), '');
}

/** The row of one device source, as zpm 3.4.1 reads it. */
function catalogueRow(device: DeviceModel, deviceSource: number): Readonly<Record<string, unknown>> {
  return {
    productName: device.name,
    deviceSource,
    value: {
      code: String(deviceSource),
      productId: 1,
      productVersion: 1,
      shape: device.shape,
      chip: { manufacturer: 'huangshan' },
      screen: {
        size: `${device.width}*${device.height}`,
        previewSize: '240*240',
        iconSize: ICON_SIZE_PX,
      },
      os: { version: device.osVersion, apiLevel: device.apiLevel, apiLevelLimitMin: '1.0' },
      pixelDensity: 300,
    },
  };
}

/**
 * Writes a device catalogue where zpm looks for it below `home`. zpm makes one package for each kind of screen in it.
 *
 * No public list gives the chip, the icon size and the product ids of a model, so these are assumptions. The chip decides
 * the format of pictures: a package made with this catalogue is good for tests and the simulator, never for a watch.
 */
export async function writeDeviceCatalogue(home: string, devices: readonly DeviceModel[]): Promise<void> {
  const catalogue = {
    devices: devices.flatMap((device) => device.deviceSources.map((source) => catalogueRow(device, source))),
    devices_beta: [],
    // zpm asks a server as soon as this instant (UTC ms) has passed.
    expiredTime: Date.UTC(2100, 0, 1),
    version: '',
  };
  await mkdir(join(home, '.zepp'), { recursive: true });
  await writeFile(join(home, '.zepp', '.zeus_devices'), JSON.stringify(catalogue));
}
