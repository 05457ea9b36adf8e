/** Takes the app to a watch, or says what is missing for that. */
import { dirname, join } from 'node:path';
import { ensureBuilt } from '../package/build.ts';
import { withLock } from '../package/file-lock.ts';
import { readManifest } from '../package/fill-stage.ts';
import { supportedDevices } from '../package/pack-stage.ts';
import { type JsonObject, objectAt } from '../shared/json.ts';
import { projectAt, repositoryRoot } from '../shared/project.ts';
import { readGenuineCatalogue } from './genuine-catalogue.ts';
import { stageApp } from './stage-app.ts';
import { type Progress, runZeus, runZeusOnTerminal, type Zeus } from './zeus-cli.ts';
import { firstError, loginProblem } from './zeus-login.ts';

export interface PreviewOptions {
  /** Id of the app in the console of the store; absent for the one that `app.json` gives. */
  readonly appId?: number;
  /** Model as the catalogue names it; absent to be asked. */
  readonly device?: string;
  /** True for the probe instead of the app. */
  readonly probe?: boolean;
}

/**
 * Packs the app and shows a code to scan. Refuses without the genuine catalogue: only with it do pictures fit the chip of
 * a watch.
 *
 * @returns the exit code of `zeus`
 * @throws Error with a sentence for each thing that is missing
 */
export async function previewApp(
  zeus: Zeus,
  { appId, device, probe }: PreviewOptions,
  progress: Progress,
): Promise<number> {
  const app = probe === true ? 'probe' : '';
  const plain = projectAt(repositoryRoot, app);
  const missing = await missingForPreview(zeus, await readManifest(plain));
  if (missing.length > 0) throw new Error(missing.join('\n'));
  await ensureBuilt({ app });
  const project = { ...plain, stage: join(plain.build, 'preview-stage') };
  const manifest = await withLock(plain.lock, () => stageApp(project, appId ?? null));
  const target = device === undefined ? [] : ['--target', device];
  const code = await runZeusOnTerminal(zeus, ['preview', ...target], project.stage);
  progress(
    `"Failed to unzip package" means that app id ${String(objectAt(manifest, 'app').appId)} belongs to another account: ` +
      'register one at console.zepp.com and run `npm run preview -- --app-id ID`.',
  );
  return code;
}

/** Fetches the device catalogue and returns a sentence about it. @throws Error with a sentence if that failed */
export async function fetchCatalogue(zeus: Zeus, progress: Progress): Promise<string> {
  progress('downloading the device catalogue');
  const { code, output } = await runZeus(zeus, ['cache', 'update'], dirname(zeus.program));
  if (code !== 0)
    throw new Error(
      `The device catalogue could not be fetched: ${firstError(output)}. Check the network, then run \`npm run preview -- catalogue\` again.`,
    );
  const served = supportedDevices(await readManifest(projectAt(repositoryRoot)));
  const catalogue = await readGenuineCatalogue(zeus.home, Date.now(), served);
  if (typeof catalogue === 'string') throw new Error(catalogue);
  return `the device catalogue has ${catalogue.sources.size} device sources of models that the app serves`;
}

async function missingForPreview(zeus: Zeus, manifest: JsonObject): Promise<readonly string[]> {
  const catalogue = await readGenuineCatalogue(zeus.home, Date.now(), supportedDevices(manifest));
  const found = [await loginProblem(zeus), typeof catalogue === 'string' ? catalogue : null];
  return found.filter((sentence) => sentence !== null);
}
