/** The build: from the sources to two packages, which are deleted if a check fails. */
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { writeDeviceCatalogue } from 'zepp-watch-simulator/packer';
import { writeRoutineList } from '../generate/routine-list.ts';
import { type Project, projectAt, repositoryRoot } from '../shared/project.ts';
import { checkBundles } from './check-engine.ts';
import { checkPackage } from './check-package.ts';
import { compile } from './compile.ts';
import { withLock } from './file-lock.ts';
import { fillStage } from './fill-stage.ts';
import { inputsHash } from './input-hash.ts';
import { packStage, supportedDevices } from './pack-stage.ts';

export interface Packages {
  /** Plain JavaScript flavour, for the simulator. */
  readonly simulatorZab: string;
  /** Bytecode flavour, made from the test catalogue: not for a watch. */
  readonly bytecodeZab: string;
}

export interface BuildOptions {
  readonly root?: string;
  /** Folder of a second app below the root, such as `probe`. */
  readonly app?: string;
  /** Prints no progress on stderr. */
  readonly isQuiet?: boolean;
}

/** Builds, unless nothing has changed since the last build that passed its checks. */
export async function ensureBuilt(options: BuildOptions = {}): Promise<Packages> {
  const project = projectAt(options.root ?? repositoryRoot, options.app);
  return withLock(project.lock, async () => {
    await writeRoutineList(project.root);
    const hash = await inputsHash(project);
    if (!(await isFresh(project, hash))) await build(project, options.isQuiet ?? false, hash);
    return { simulatorZab: project.simulatorZab, bytecodeZab: project.bytecodeZab };
  });
}

async function isFresh(project: Project, hash: string): Promise<boolean> {
  if (!existsSync(project.simulatorZab) || !existsSync(project.bytecodeZab)) return false;
  return (await readFile(project.stamp, 'utf8').catch(() => '')) === hash;
}

async function build(project: Project, isQuiet: boolean, hash: string): Promise<void> {
  const progress = (line: string): void => void (isQuiet || process.stderr.write(`build: ${line}\n`));
  for (const stale of [project.stamp, project.simulatorZab, project.bytecodeZab])
    await rm(stale, { force: true });
  progress('compiling the sources');
  await compile(project);
  progress('filling the staging folder');
  const manifest = await fillStage(project);
  const devices = supportedDevices(manifest);
  await writeDeviceCatalogue(project.packerHome, devices);
  try {
    progress('packing JavaScript for the simulator');
    await packStage(project, 'javascript', project.simulatorZab);
    const scripts = await checkPackage(project.simulatorZab, { manifest, devices, ending: '.js' });
    progress('packing bytecode from the test catalogue (not for a watch)');
    await packStage(project, 'bytecode', project.bytecodeZab);
    await checkPackage(project.bytecodeZab, { manifest, devices, ending: '.bin' });
    progress('loading every bundle in the engine of the watch');
    const count = await checkBundles(project, scripts);
    progress(`${devices.length} models, ${scripts.length} screens, ${count} bundles checked`);
  } catch (error) {
    for (const unchecked of [project.simulatorZab, project.bytecodeZab]) await rm(unchecked, { force: true });
    throw error;
  }
  await writeFile(project.stamp, hash);
}
