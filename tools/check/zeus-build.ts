/** Builds the staged app with the platform's own tool and compares the package with the one of `npm run release`. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../package/build.ts';
import { readManifest } from '../package/fill-stage.ts';
import { supportedDevices } from '../package/pack-stage.ts';
import { readPackages } from '../package/read-packages.ts';
import { readGenuineCatalogue } from '../release/genuine-catalogue.ts';
import { stageApp } from '../release/stage-app.ts';
import { packForStore } from '../release/store-package.ts';
import { ensureZeus, type Progress, runZeus } from '../release/zeus-cli.ts';
import { projectAt } from '../shared/project.ts';
import { type Comparison, comparePackages } from './compare-packages.ts';
import { writeMadeUpCatalogue } from './made-up-catalogue.ts';

const APP_ID = 1_234_567;

/**
 * Packs the repository at `root` twice with a made-up catalogue: as `npm run release` does, and with `zeus build`.
 * @throws Error if `zeus` leaves no package
 */
export async function compareWithZeus(root: string, progress: Progress): Promise<Comparison> {
  const home = await mkdtemp(join(tmpdir(), 'zeus-home-'));
  try {
    await writeMadeUpCatalogue(home, Date.now());
    await ensureBuilt({ root, isQuiet: true });
    const ours = await packAsForRelease(root, home);
    const theirs = await packWithZeus(root, home, progress);
    return comparePackages(await readPackages(ours), await readPackages(theirs));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function packAsForRelease(root: string, home: string): Promise<string> {
  const served = supportedDevices(await readManifest(projectAt(root)));
  const catalogue = await readGenuineCatalogue(home, Date.now(), served);
  if (typeof catalogue === 'string') throw new Error(catalogue);
  const folder = join(home, 'release');
  return (await packForStore({ root, home, appId: APP_ID, catalogue, folder })).zab;
}

async function packWithZeus(root: string, home: string, progress: Progress): Promise<string> {
  const zeus = await ensureZeus(root, home, progress);
  const plain = projectAt(root);
  const stage = join(plain.build, 'zeus-stage');
  await stageApp({ ...plain, stage }, APP_ID);
  const { output } = await runZeus(zeus, ['build'], stage);
  const names = await readdir(join(stage, 'dist')).catch(() => []);
  const zab = names.find((name) => name.endsWith('.zab'));
  if (zab === undefined) throw new Error(`zeus build left no package: ${output.trim()}`);
  return join(stage, 'dist', zab);
}
