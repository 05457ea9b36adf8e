/** A device catalogue as `zeus` would have fetched it, for tests of what comes after. Its chips are made up. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../tools/shared/project.ts';

interface Model {
  readonly name: string;
  readonly deviceSources: readonly number[];
  readonly shape: string;
  readonly width: number;
  readonly height: number;
  readonly apiLevel: string;
  readonly osVersion: string;
}

/** Writes it below `home`, as fetched at `fetchedMs`. */
export function writeCatalogue(home: string, fetchedMs: number): void {
  const models: readonly Model[] = JSON.parse(
    readFileSync(join(repositoryRoot, 'simulator', 'devices.json'), 'utf8'),
  );
  const devices = models.flatMap((model, at) =>
    model.deviceSources.map((source) => ({
      productName: model.name,
      deviceSource: source,
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
    })),
  );
  mkdirSync(join(home, '.zepp'), { recursive: true });
  const catalogue = { devices, devices_beta: [], expiredTime: fetchedMs + 3 * 86_400_000, version: '1.9.1' };
  writeFileSync(join(home, '.zepp', '.zeus_devices'), JSON.stringify(catalogue));
}
