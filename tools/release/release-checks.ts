/** Checks that everything that a release for the store needs is there. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { supportedDevices } from '../package/pack-stage.ts';
import { isObject, type JsonObject, listAt, objectAt, stringAt } from '../shared/json.ts';
import { type Catalogue, readGenuineCatalogue } from './genuine-catalogue.ts';
import { listingProblems, storeLocales } from './listing-checks.ts';
import { imageProblems } from './store-image-checks.ts';

export interface ReleaseRequest {
  readonly root: string;
  /** Home folder, where `zeus` keeps its device catalogue. */
  readonly home: string;
  readonly nowMs: number;
  /** Id of the app in the console of the store; null if none was given. */
  readonly appId: number | null;
  /** Locales of the app's texts. */
  readonly locales: readonly string[];
}

/** The id that everybody uses during development. The store refuses it. */
const DEVELOPMENT_APP_ID = 27001;

/** A sentence for each thing that is missing. */
export async function releaseProblems(request: ReleaseRequest): Promise<readonly string[]> {
  const { root } = request;
  const manifest = await jsonAt(root, 'app.json');
  const version = stringAt(await jsonAt(root, 'package.json'), 'version') ?? '';
  const permissions = listAt(manifest, 'permissions').filter((code) => typeof code === 'string');
  const catalogue = await readReleaseCatalogue(request);
  return [
    ...(typeof catalogue === 'string' ? [catalogue] : []),
    ...appIdProblems(request.appId),
    ...manifestProblems(manifest, version),
    ...(await changeLogProblems(root, version)),
    ...textProblems(request.locales),
    ...(await listingProblems(root, version, permissions)),
    ...(await privacyProblems(root)),
    ...(await sdkProblems(root)),
    ...(await imageProblems(root)),
  ];
}

/** The genuine catalogue with the models that the manifest at `root` serves, or a sentence that says what is wrong with it. */
export async function readReleaseCatalogue({
  root,
  home,
  nowMs,
}: ReleaseRequest): Promise<Catalogue | string> {
  return readGenuineCatalogue(home, nowMs, supportedDevices(await jsonAt(root, 'app.json')));
}

/** The version code of a version: major, minor and patch, each as two digits. */
export function versionCode(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return major * 10_000 + minor * 100 + patch;
}

function appIdProblems(appId: number | null): readonly string[] {
  const how = 'Register the app at console.zepp.com and pass its id: `npm run release -- --app-id ID`.';
  if (appId === null) return [`No app id was given. ${how}`];
  if (appId === DEVELOPMENT_APP_ID) return [`App id ${DEVELOPMENT_APP_ID} is the development id. ${how}`];
  if (!Number.isSafeInteger(appId) || appId <= 0) return [`"${appId}" is no app id. ${how}`];
  return [];
}

function manifestProblems(manifest: JsonObject, version: string): readonly string[] {
  const app = objectAt(manifest, 'app');
  const { name, code } = objectAt(app, 'version');
  const problems: string[] = [];
  if (!/^\d+\.\d{1,2}\.\d{1,2}$/.test(version))
    problems.push(`package.json: version "${version}" is not three numbers.`);
  if (name !== version)
    problems.push(
      `app.json says version ${String(name)}, package.json says ${version}: the package's counts.`,
    );
  if (code !== versionCode(version))
    problems.push(
      `app.json: version code ${String(code)} does not belong to ${version}; it must be ${versionCode(version)}.`,
    );
  for (const field of ['appName', 'vender', 'description', 'icon'])
    if ((stringAt(app, field) ?? '') === '') problems.push(`app.json: app.${field} is empty.`);
  if (manifest.debug !== false) problems.push('app.json: debug must be false.');
  return problems;
}

async function changeLogProblems(root: string, version: string): Promise<readonly string[]> {
  const text = await readFile(join(root, 'CHANGELOG.md'), 'utf8').catch(() => '');
  const newest = /^## (\S+)/m.exec(text)?.[1];
  return newest === version ? [] : [`CHANGELOG.md begins with ${newest ?? 'nothing'} instead of ${version}.`];
}

function textProblems(locales: readonly string[]): readonly string[] {
  return storeLocales
    .filter((locale) => !locales.includes(locale))
    .map((locale) => `The app has no texts in ${locale}: utils/core/text/catalogues.ts does not list it.`);
}

async function privacyProblems(root: string): Promise<readonly string[]> {
  const text = await readFile(join(root, 'docs', 'privacy.md'), 'utf8').catch(() => '');
  return text.trim() === '' ? ['docs/privacy.md is missing: the store asks for a privacy statement.'] : [];
}

/** The store asks for the libraries in a package; `store/sdks.json` must list them with the installed versions. */
async function sdkProblems(root: string): Promise<readonly string[]> {
  const told = await jsonAt(root, 'store/sdks.json');
  const used = objectAt(await jsonAt(root, 'package.json'), 'dependencies');
  return [...new Set([...Object.keys(told), ...Object.keys(used)])]
    .filter((name) => told[name] !== used[name])
    .map(
      (name) =>
        `store/sdks.json says ${name} ${String(told[name])}, the package carries ${String(used[name])}.`,
    );
}

async function jsonAt(root: string, file: string): Promise<JsonObject> {
  const text = await readFile(join(root, file), 'utf8').catch(() => '{}');
  const data: unknown = JSON.parse(text);
  return isObject(data) ? data : {};
}
