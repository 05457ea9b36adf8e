/** A device catalogue as `zeus` would have fetched it, to try what comes after. Its chips are made up. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeviceModel } from 'zepp-watch-simulator';
import { DEVICES } from 'zepp-watch-simulator/devices';
import { ZEUS_VERSION } from '../release/zeus-cli.ts';

const LIFE_MS = 3 * 86_400_000;

/** Writes it below `home`, as fetched at `fetchedMs`. */
export async function writeMadeUpCatalogue(home: string, fetchedMs: number): Promise<void> {
  const folder = join(home, '.zepp');
  const devices = DEVICES.flatMap((model, at) =>
    model.deviceSources.map((source) => catalogueRow(model, at, source)),
  );
  const catalogue = { devices, devices_beta: [], expiredTime: fetchedMs + LIFE_MS, version: ZEUS_VERSION };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '.zeus_devices'), JSON.stringify(catalogue));
  // Without its own version beside it, `zeus` takes the catalogue for one of an older version and deletes it.
  await writeFile(join(folder, '.zeus_version'), ZEUS_VERSION);
}

function catalogueRow(model: DeviceModel, at: number, source: number): Readonly<Record<string, unknown>> {
  return {
    productName: model.name,
    deviceSource: source,
    // `zeus` offers a model for a preview only if its code has letters that no other model has.
    code: `model${String.fromCharCode(97 + at)}`,
    value: {
      code: String(source),
      productId: source,
      productVersion: 256,
      shape: model.shape,
      chip: { manufacturer: 'huangshan' },
      screen: {
        size: `${model.width}*${model.height}`,
        previewSize: '240*240',
        iconSize: 100 + (at % 3) * 12,
      },
      os: { version: model.osVersion, apiLevel: model.apiLevel, apiLevelLimitMin: '1.0' },
      pixelDensity: 300,
    },
  };
}
