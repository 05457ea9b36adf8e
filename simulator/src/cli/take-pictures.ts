/** Draws a moment of any app on many models, each in its case, and a sheet with all of them. */
import { takeModelPictures } from '../chrome/model-pictures.ts';
import { openPictureRenderer } from '../chrome/picture-renderer.ts';
import { findDevice, levelOf } from '../engine/devices.ts';
import { modelsServedBy, openPackage } from '../engine/package.ts';
import type { FetchRule } from '../engine/phone/fetch-rules.ts';
import type { DeviceModel } from '../engine/types.ts';
import { printable } from './command-line.ts';
import { scenesOf } from './scenes.ts';

export interface PictureOptions {
  readonly page: readonly string[];
  readonly all?: boolean;
  readonly script?: string;
  readonly strip?: boolean;
  readonly device: readonly string[];
  readonly allow: readonly string[];
  readonly out: string;
  readonly ownApp?: boolean;
  readonly fetchRules?: readonly FetchRule[];
  /** Files that the app has on the watch at the start. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

const LOWEST_API_LEVEL = '3.6';

/** The exit code of the process is 1 if the app broke a rule or failed, or a model got no picture. */
export async function takePictures(
  bytes: Uint8Array,
  {
    page,
    all = false,
    script,
    strip = false,
    device,
    allow,
    out,
    ownApp = false,
    files,
    fetchRules,
  }: PictureOptions,
): Promise<void> {
  const startedMs = performance.now();
  const devices =
    device.length > 0
      ? device.map(findDevice)
      : modelsServedBy(bytes).filter(({ apiLevel }) => levelOf(apiLevel) >= levelOf(LOWEST_API_LEVEL));
  const scenes = await scenesOf({ pages: pagesOf(bytes, devices), wanted: page, all, script });
  const renderer = await openPictureRenderer();
  const own = {
    isOwnApp: ownApp,
    ...(files === undefined ? {} : { files }),
    ...(fetchRules === undefined ? {} : { fetchRules }),
  };
  let pictures = 0;
  try {
    for (const scene of scenes) {
      const request = { package: bytes, devices, renderer, outDir: out, strip, allow, ...scene, ...own };
      for (const taken of await takeModelPictures(request)) {
        pictures += taken.written.length;
        if (taken.complaints.length > 0) process.exitCode = 1;
        for (const complaint of taken.complaints)
          process.stderr.write(`${scene.name}, ${taken.device.name}: ${printable(complaint)}\n`);
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
