/** Packs the staging folder with the simulator's packer and puts the package in its place. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DeviceModel } from 'zepp-watch-simulator';
import { DEVICES, levelOf } from 'zepp-watch-simulator/devices';
import { type Flavour, PackerFailure, pack } from 'zepp-watch-simulator/packer';
import { type JsonObject, objectAt, stringAt } from '../shared/json.ts';
import type { Project } from '../shared/project.ts';

/**
 * Models of the device list whose API level is at least the lowest that the manifest asks for (such as "3.6").
 * @throws Error when there is none
 */
export function supportedDevices(manifest: JsonObject): readonly DeviceModel[] {
  const minimum = stringAt(objectAt(objectAt(manifest, 'runtime'), 'apiVersion'), 'minVersion') ?? '';
  const devices = DEVICES.filter(({ apiLevel }) => levelOf(apiLevel) >= levelOf(minimum));
  if (devices.length === 0) throw new Error(`No device of the list has API level ${minimum}.`);
  return devices;
}

/**
 * Packs the staging folder in one flavour and writes the package to `zab`. The bundles are minified already.
 * @throws Error with the first complaint of the packer
 */
export async function packStage(project: Project, flavour: Flavour, zab: string): Promise<void> {
  const request = { folder: project.stage, flavour, catalogueHome: project.packerHome, isCompact: true };
  const bytes = await pack(request).catch((error: unknown) => {
    throw error instanceof PackerFailure ? new Error(error.message) : error;
  });
  await mkdir(dirname(zab), { recursive: true });
  await writeFile(zab, bytes);
}
