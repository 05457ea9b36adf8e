/** Fills the staging folder, of which the packer takes everything, with what ships: bundles, manifest, assets and texts. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject, type JsonObject, objectAt, stringAt } from '../shared/json.ts';
import type { Project } from '../shared/project.ts';
import { bundleEntry, stagePackage } from './bundle.ts';
import { manifestEntries } from './manifest-entries.ts';
import { type Catalogues, readCatalogues, writeTexts } from './/po-files.ts';

/** Empties the staging folder and fills it; returns the staged manifest. */
export async function fillStage(project: Project): Promise<JsonObject> {
  await rm(project.stage, { recursive: true, force: true });
  await mkdir(project.stage, { recursive: true });
  await cp(join(project.root, 'assets'), join(project.stage, 'assets'), { recursive: true });
  const catalogues = await readCatalogues(project);
  await writeTexts(project, catalogues);
  const manifest = withAppNames(await readManifest(project), catalogues);
  await stagePackage(project);
  for (const entry of manifestEntries(manifest).sources) {
    if (!existsSync(join(project.compiled, `${entry}.js`))) {
      throw new Error(`app.json lists ${entry}, but there is no ${entry}.ts in a realm of tsconfig.json.`);
    }
    await bundleEntry(project, entry);
  }
  await writeFile(join(project.stage, 'app.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Reads and parses `app.json`. */
export async function readManifest(project: Project): Promise<JsonObject> {
  const parsed: unknown = JSON.parse(await readFile(project.manifest, 'utf8'));
  if (!isObject(parsed)) throw new Error('app.json does not contain an object.');
  return parsed;
}

function withAppNames(manifest: JsonObject, catalogues: Catalogues): JsonObject {
  const named = objectAt(manifest, 'i18n');
  const plainName = stringAt(objectAt(manifest, 'app'), 'appName') ?? '';
  const i18n = Object.fromEntries(
    catalogues.locales.map((locale) => [locale, named[locale] ?? { appName: plainName }]),
  );
  return { ...manifest, i18n };
}
