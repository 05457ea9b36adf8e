/**
 * `npm run pictures -- [PATH] [--page NAME]... [--all] [--script FILE] [--strip]`: a moment of any app (Iliacus where no
 * path is given) on every model from API_LEVEL 3.6 on, each in its case, and a sheet with all of them.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { takeModelPictures } from 'zepp-watch-simulator/chrome/model-pictures';
import { openPictureRenderer } from 'zepp-watch-simulator/chrome/picture-renderer';
import { DEVICES, findDevice, levelOf } from 'zepp-watch-simulator/engine/devices';
import { openPackage } from 'zepp-watch-simulator/engine/package';
import type { DeviceModel } from 'zepp-watch-simulator/engine/types';
import { ensureBuilt } from '../package/pipeline.ts';
import { packageAt } from '../simulate/package-at.ts';
import { usedWatch } from '../simulate/seeded-watch.ts';
import { scenesOf } from './scenes.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    page: { type: 'string', multiple: true, default: [] },
    all: { type: 'boolean', default: false },
    script: { type: 'string' },
    strip: { type: 'boolean', default: false },
    device: { type: 'string', multiple: true, default: [] },
    allow: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'build/pictures' },
  },
});

try {
  process.exitCode = await takePictures();
} catch (error) {
  process.stderr.write(`pictures: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** The exit code is 1 where a model got no picture, or the app broke a rule or failed on it. */
async function takePictures(): Promise<number> {
  const startedMs = performance.now();
  const path = positionals[0];
  const zab = path === undefined ? (await ensureBuilt()).simulatorZab : await packageAt(path);
  const bytes = new Uint8Array(await readFile(zab));
  const devices =
    values.device.length > 0
      ? values.device.map(findDevice)
      : DEVICES.filter((device) => levelOf(device.apiLevel) >= levelOf('3.6'));
  const scenes = await scenesOf({
    pages: pagesOf(bytes, devices),
    wanted: values.page,
    all: values.all,
    script: values.script,
  });
  const renderer = await openPictureRenderer();
  const files = path === undefined ? { files: usedWatch() } : {};
  const { strip, allow, out: outDir } = values;
  let pictures = 0;
  let complaints = 0;
  try {
    for (const scene of scenes) {
      for (const taken of await takeModelPictures({
        package: bytes,
        devices,
        renderer,
        outDir,
        strip,
        allow,
        ...scene,
        ...files,
      })) {
        pictures += taken.written.length;
        complaints += taken.complaints.length;
        for (const complaint of taken.complaints)
          process.stderr.write(`${scene.name}, ${taken.device.name}: ${complaint}\n`);
      }
    }
  } finally {
    await renderer.close();
  }
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(`${pictures} pictures, ${scenes.length} sheet(s) in ${outDir}, ${seconds} s\n`);
  return complaints > 0 ? 1 : 0;
}

/** Pages of the app, read from its package for the first model that it fits. */
function pagesOf(bytes: Uint8Array, devices: readonly DeviceModel[]): readonly string[] {
  let reason: unknown = new Error('no model was chosen');
  for (const device of devices) {
    try {
      return openPackage(bytes, device).manifest.module.page?.pages ?? [];
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}
