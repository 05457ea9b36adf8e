/** A hash of everything that a build depends on. It reads contents, because a checkout changes modification times. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Project, repositoryRoot, shippedFolders } from '../shared/project.ts';

const inputFiles = [
  'app.ts',
  'app.json',
  'package-lock.json',
  'tsconfig.base.json',
  'simulator/devices.json',
];

/** Hash of the sources, the manifest, the assets, the settings and the build tools. */
export async function inputsHash(project: Project): Promise<string> {
  const hash = createHash('sha256');
  const folders = [...shippedFolders, 'assets'].map((folder) => join(project.root, folder));
  const own = project.app === '' ? [] : [join(project.root, project.app)];
  const files = [
    ...inputFiles.map((file) => join(project.root, file)),
    ...(await filesBelow([...folders, ...own])),
    ...(
      await filesBelow([
        join(repositoryRoot, 'tools', 'package'),
        join(repositoryRoot, 'simulator/src/packer'),
      ])
    ).filter((path) => path.endsWith('.ts')),
  ];
  for (const file of files.filter((path) => existsSync(path))) {
    hash.update(`${relative(project.root, file)}\0`);
    hash.update(await readFile(file));
  }
  return hash.digest('hex');
}

async function filesBelow(folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders.filter((path) => existsSync(path))) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) found.push(join(entry.parentPath, entry.name));
  }
  return found.sort();
}
