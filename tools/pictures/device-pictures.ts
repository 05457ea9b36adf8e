/** A moment of any app on many models, each in its case, and a sheet with all of them. */
import { readFile } from 'node:fs/promises';
import { takeModelPictures } from 'zepp-watch-simulator/chrome/model-pictures';
import { openPictureRenderer } from 'zepp-watch-simulator/chrome/picture-renderer';
import { DEVICES, findDevice, levelOf } from 'zepp-watch-simulator/engine/devices';
import { openPackage } from 'zepp-watch-simulator/engine/package';
import type { DeviceModel } from 'zepp-watch-simulator/engine/types';
import { packageAt } from '../simulate/package-at.ts';
import { usedWatch } from '../simulate/seeded-watch.ts';
import { scenesOf } from './scenes.ts';

interface DevicePictureOptions {
  readonly page: readonly string[];
  readonly all?: boolean;
  readonly script?: string;
  readonly strip?: boolean;
  readonly device: readonly string[];
  readonly allow: readonly string[];
  readonly out: string;
  readonly ownApp?: boolean;
}

const LOWEST_API_LEVEL = '3.6';

/** The exit code of the process is 1 if the app broke a rule or failed, or a model got no picture. */
export async function takeDevicePictures(
  path: string | undefined,
  { page, all = false, script, strip = false, device, allow, out, ownApp = false }: DevicePictureOptions,
): Promise<void> {
  const startedMs = performance.now();
  const bytes = new Uint8Array(await readFile(await packageAt(path)));
  const devices =
    device.length > 0
      ? device.map(findDevice)
      : DEVICES.filter(({ apiLevel }) => levelOf(apiLevel) >= levelOf(LOWEST_API_LEVEL));
  const scenes = await scenesOf({ pages: pagesOf(bytes, devices), wanted: page, all, script });
  const renderer = await openPictureRenderer();
  const own = path === undefined ? { files: usedWatch(), isOwnApp: true } : { isOwnApp: ownApp };
  let pictures = 0;
  try {
    for (const scene of scenes) {
      const request = { package: bytes, devices, renderer, outDir: out, strip, allow, ...scene, ...own };
      for (const taken of await takeModelPictures(request)) {
        pictures += taken.written.length;
        if (taken.complaints.length > 0) process.exitCode = 1;
        for (const complaint of taken.complaints)
          process.stderr.write(`${scene.name}, ${taken.device.name}: ${complaint}\n`);
      }
    }
  } finally {
    await renderer.close();
  }
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(`${pictures} pictures, ${scenes.length} sheet(s) in ${out}, ${seconds} s\n`);
}

/** Pages of the app, read from its package for the first model that it fits. */
function pagesOf(bytes: Uint8Array, devices: readonly DeviceModel[]): readonly string[] {
  let reason: unknown = new Error('No model was chosen.');
  for (const device of devices) {
    try {
      return openPackage(bytes, device).manifest.module.page?.pages ?? [];
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}
