/** The build: from the sources to packages, which are deleted if a check fails. */
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { type Flavour, writeDeviceCatalogue } from 'zepp-watch-simulator/packer';
import { writeRoutineList } from '../generate/routine-list.ts';
import { type Project, projectAt, repositoryRoot } from '../shared/project.ts';
import { checkBundles } from './check-engine.ts';
import { checkPackage } from './check-package.ts';
import { compile } from './compile.ts';
import { withLock } from './file-lock.ts';
import { fillStage } from './fill-stage.ts';
import { inputsHash } from './input-hash.ts';
import { packStage, supportedDevices } from './pack-stage.ts';

export interface BuildOptions {
  readonly root?: string;
  /** Name of a second app, such as `probe`. */
  readonly app?: string;
  /** Prints no progress on stderr. */
  readonly isQuiet?: boolean;
}

/**
 * Packs the JavaScript flavour, which the simulator and the tests run, and loads every bundle in the engine of the watch;
 * unless nothing has changed since that was last done.
 */
export async function ensureBuilt(options: BuildOptions = {}): Promise<{ readonly simulatorZab: string }> {
  return { simulatorZab: await ensurePacked('javascript', options) };
}

/**
 * Packs the bytecode flavour with the test catalogue, unless nothing has changed. It shows what a watch would load, and is
 * not for one. Packing takes as long again, so it is done for those only who need it.
 *
 * @returns path of the package
 */
export function ensureBytecode(options: BuildOptions = {}): Promise<string> {
  return ensurePacked('bytecode', options);
}

function ensurePacked(
  flavour: Flavour,
  { root = repositoryRoot, app, isQuiet }: BuildOptions,
): Promise<string> {
  const project = projectAt(root, app);
  const zab = flavour === 'javascript' ? project.simulatorZab : project.bytecodeZab;
  const stamp = `${zab}.stamp`;
  return withLock(project.lock, async () => {
    await writeRoutineList(root);
    const hash = await inputsHash(project);
    const isFresh = existsSync(zab) && (await readFile(stamp, 'utf8').catch(() => '')) === hash;
    if (isFresh) return zab;
    for (const stale of [stamp, zab]) await rm(stale, { force: true });
    try {
      await packFlavour(project, flavour, zab, isQuiet === true);
    } catch (error) {
      await rm(zab, { force: true });
      throw error;
    }
    await writeFile(stamp, hash);
    return zab;
  });
}

async function packFlavour(project: Project, flavour: Flavour, zab: string, isQuiet: boolean): Promise<void> {
  const progress = (line: string): void => void (isQuiet || process.stderr.write(`build: ${line}\n`));
  progress('compiling the sources');
  await compile(project);
  progress('filling the staging folder');
  const manifest = await fillStage(project);
  const devices = supportedDevices(manifest);
  await writeDeviceCatalogue(project.packerHome, devices);
  progress(`packing ${flavour} with the test catalogue (not for a watch)`);
  await packStage(project, flavour, zab);
  const ending = flavour === 'javascript' ? '.js' : '.bin';
  const packages = await checkPackage(zab, { manifest, devices, ending });
  progress(`${devices.length} models, ${packages.length} screens`);
  if (flavour === 'bytecode') return;
  progress('loading every bundle in the engine of the watch');
  progress(`${await checkBundles(project, packages)} bundles checked`);
}
