/** The package for the store, packed with a made-up catalogue in place of the genuine one. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeMadeUpCatalogue } from '../../tools/check/made-up-catalogue.ts';
import { ensureBuilt } from '../../tools/package/build.ts';
import { readManifest } from '../../tools/package/fill-stage.ts';
import { supportedDevices } from '../../tools/package/pack-stage.ts';
import { readPackages, type ScreenPackage } from '../../tools/package/read-packages.ts';
import { readGenuineCatalogue } from '../../tools/release/genuine-catalogue.ts';
import { packForStore, type StorePackage } from '../../tools/release/store-package.ts';
import { objectAt } from '../../tools/shared/json.ts';
import { projectAt, repositoryRoot } from '../../tools/shared/project.ts';

const appId = 1_234_567;
const home = mkdtempSync(join(tmpdir(), 'store-'));
const folder = join(home, 'out');
let made: StorePackage;
let screens: readonly ScreenPackage[] = [];

beforeAll(async () => {
  await writeMadeUpCatalogue(home, Date.now());
  const served = supportedDevices(await readManifest(projectAt(repositoryRoot)));
  const catalogue = await readGenuineCatalogue(home, Date.now(), served);
  if (typeof catalogue === 'string') throw new Error(catalogue);
  await ensureBuilt();
  made = await packForStore({ root: repositoryRoot, home, appId, catalogue, folder });
  screens = await readPackages(made.zab);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

it('has the id of the store in every package', () => {
  const ids = screens.map(({ device }) => {
    const manifest: unknown = JSON.parse(Buffer.from(device['app.json'] ?? []).toString('utf8'));
    return objectAt(manifest, 'app').appId;
  });
  expect(ids).toEqual(screens.map(() => appId));
});

it('contains only bytecode, and nothing from the build', () => {
  const files = screens.flatMap(({ device }) => Object.keys(device));
  expect(files.filter((file) => /\.(?:js|ts|map)$|ip-package/.test(file))).toEqual([]);
  expect(files.filter((file) => file.endsWith('.bin')).length).toBeGreaterThan(0);
});

it('serves every model that the catalogue knows', () => {
  expect(made.unknownModels).toEqual([]);
});

it('is written beside the files that are submitted with it', () => {
  const beside = ['icon-240.png', 'pictures', 'privacy.md', 'en-US.md', 'de-DE.md', 'es-ES.md', 'zh-CN.md'];
  expect(beside.filter((name) => !existsSync(join(folder, 'listing', name)))).toEqual([]);
});
