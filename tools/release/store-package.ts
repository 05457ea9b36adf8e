/**
 * Packs for the store with the genuine catalogue and an id of the store's, and gathers what is handed in beside it.
 * Only called when nothing is missing.
 */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from '../package/lock.ts';
import { packStage, supportedDevices } from '../package/pack-stage.ts';
import { checkPackage } from '../package/package-check.ts';
import { fillStage } from '../package/staging.ts';
import { objectAt, stringAt } from '../shared/json.ts';
import { type Project, projectAt } from '../shared/project.ts';
import type { Catalogue } from './genuine-catalogue.ts';

export interface StorePackageOrder {
  readonly root: string;
  readonly home: string;
  readonly appId: number;
  readonly catalogue: Catalogue;
  /** Emptied, then filled with the package, the texts, the pictures and the privacy statement. */
  readonly folder: string;
}

export interface StorePackage {
  readonly zab: string;
  /** Models of the list that the catalogue does not know, and so the package does not serve. */
  readonly unknownModels: readonly string[];
}

/** @throws Error where the packer fails or the package is not complete */
export async function packForStore(order: StorePackageOrder): Promise<StorePackage> {
  const plain = projectAt(order.root);
  const { folder } = order;
  const project: Project = { ...plain, stage: join(plain.build, 'store-stage'), packerHome: order.home };
  return withLock(plain.lock, async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const staged = await fillStage(project);
    const manifest = { ...staged, app: { ...objectAt(staged, 'app'), appId: order.appId } };
    await writeFile(join(project.stage, 'app.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    const version = stringAt(objectAt(manifest.app, 'version'), 'name') ?? '';
    const zab = join(folder, `iliacus-${version}.zab`);
    const minimum = stringAt(objectAt(objectAt(staged, 'runtime'), 'apiVersion'), 'minVersion') ?? '';
    const models = supportedDevices(minimum);
    const known = models.filter(({ deviceSources }) =>
      deviceSources.some((source) => order.catalogue.sources.has(source)),
    );
    if (known.length === 0) throw new Error('The device catalogue knows no model of simulator/devices.json.');
    await packStage(project, 'bytecode', zab);
    try {
      await checkPackage(zab, { manifest, devices: known, ending: '.bin', isIconResized: false });
    } catch (error) {
      await rm(zab, { force: true });
      throw error;
    }
    await cp(join(order.root, 'store'), join(folder, 'listing'), { recursive: true });
    await cp(join(order.root, 'docs', 'privacy.md'), join(folder, 'listing', 'privacy.md'));
    await rm(project.stage, { recursive: true, force: true });
    const unknownModels = models.filter((model) => !known.includes(model)).map(({ name }) => name);
    return { zab, unknownModels };
  });
}
