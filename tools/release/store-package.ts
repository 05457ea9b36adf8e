/** Packs the app for the store, with the genuine catalogue, and copies what is handed in beside the package. */
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkPackage } from '../package/check-package.ts';
import { withLock } from '../package/file-lock.ts';
import { packStage, supportedDevices } from '../package/pack-stage.ts';
import { objectAt, stringAt } from '../shared/json.ts';
import { type Project, projectAt } from '../shared/project.ts';
import type { Catalogue } from './genuine-catalogue.ts';
import { stageApp } from './stage-app.ts';

export interface StorePackageRequest {
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

/** @throws Error if the packer fails or the package is not complete */
export async function packForStore(request: StorePackageRequest): Promise<StorePackage> {
  const plain = projectAt(request.root);
  const { folder } = request;
  const project: Project = { ...plain, stage: join(plain.build, 'store-stage'), packerHome: request.home };
  return withLock(plain.lock, async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const manifest = await stageApp(project, request.appId);
    const version = stringAt(objectAt(objectAt(manifest, 'app'), 'version'), 'name') ?? '';
    const zab = join(folder, `iliacus-${version}.zab`);
    const models = supportedDevices(manifest);
    const known = models.filter(({ deviceSources }) =>
      deviceSources.some((source) => request.catalogue.sources.has(source)),
    );
    await packStage(project, 'bytecode', zab);
    try {
      await checkPackage(zab, { manifest, devices: known, ending: '.bin', isIconResized: false });
    } catch (error) {
      await rm(zab, { force: true });
      throw error;
    }
    await cp(join(request.root, 'store'), join(folder, 'listing'), { recursive: true });
    await cp(join(request.root, 'docs', 'privacy.md'), join(folder, 'listing', 'privacy.md'));
    await rm(project.stage, { recursive: true, force: true });
    const unknownModels = models.filter((model) => !known.includes(model)).map(({ name }) => name);
    return { zab, unknownModels };
  });
}
