/** The paths of a project folder and of the programs of installed packages. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders of an app whose compiled modules ship, beside `app.ts`. */
export const shippedFolders = [
  'page',
  'utils',
  'app-service',
  'secondary-widget',
  'app-side',
  'setting',
] as const;

export interface Project {
  readonly root: string;
  /** Name of the app; empty for the main app. */
  readonly app: string;
  /** Realms that are compiled for the package, in the order of their references. */
  readonly realms: readonly string[];
  readonly manifest: string;
  /** Folder of the app's compiled modules. */
  readonly compiled: string;
  /** Compiled modules of the app's texts. */
  readonly catalogues: readonly string[];
  readonly build: string;
  readonly stage: string;
  /** Folder that the packer takes for the home folder; it holds the device catalogue. */
  readonly packerHome: string;
  readonly lock: string;
  readonly simulatorZab: string;
  /** Not for a watch: its image textures depend on the chip, which the test catalogue guesses. */
  readonly bytecodeZab: string;
}

/** Folder of this repository. */
export const repositoryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Lays out the paths of the project at `root`, or of the second app named `app`, which lies in `tools/<app>/app`. */
export function projectAt(root: string, app = ''): Project {
  const build = join(root, 'build', app);
  const name = app === '' ? 'iliacus' : `iliacus-${app}`;
  const folder = app === '' ? '' : `tools/${app}/app`;
  return {
    root,
    app: folder,
    realms: app === '' ? ['utils', 'page', 'app-side'] : [folder, `${folder}/page`, `${folder}/app-side`],
    manifest: join(root, folder, 'app.json'),
    compiled: join(root, '.cache', 'js', folder),
    catalogues: (app === ''
      ? ['utils/core/text/catalogues.js', 'utils/core/text/watch-catalogues.js']
      : ['core/catalogues.js']
    ).map((file) => join(root, '.cache', 'js', folder, file)),
    build,
    stage: join(build, 'stage'),
    packerHome: join(build, 'catalogue'),
    lock: join(build, '.lock'),
    simulatorZab: join(build, `${name}-simulator.zab`),
    bytecodeZab: join(build, `${name}-test-catalogue.zab`),
  };
}

/** Path of `file` inside an installed package, whether the package exports it or not. */
export function installedFile(project: Project, packageName: string, file: string): string {
  for (let folder = project.root; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', packageName);
    if (existsSync(found)) return join(found, file);
    if (folder === dirname(folder)) throw new Error(`${packageName} is not installed: run npm ci first.`);
  }
}

/** Path of the packer's bytecode compiler for this system. */
export function compilerOf(project: Project): string {
  return installedFile(project, '@zeppos/zpm', join('bin', compilerName()));
}

function compilerName(): string {
  const isArm = process.arch === 'arm64';
  if (process.platform === 'win32') return 'qjsc_win32.exe';
  if (process.platform === 'darwin') return isArm ? 'qjsc_darwin_arm64' : 'qjsc_darwin';
  return isArm ? 'qjsc_arm64' : 'qjsc';
}
