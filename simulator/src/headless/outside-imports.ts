/** The files beside an app that its scripts import by a relative path, as example apps of a library do. */
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** The path of an `import … from`, an `import()`, an `export … from` or a `require()`, if it is relative. */
const IMPORTED = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])(\.\.?\/[^'"\n]+)\1/g;

/** Whether a path is this folder or is in it. */
function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

/** Whether a part of the path below `root` is hidden, an installed package or a link, which may lead anywhere. */
function isBarred(root: string, path: string): boolean {
  const parts = relative(root, path).split(sep);
  return parts.some(
    (part, index) =>
      part.startsWith('.') ||
      part === 'node_modules' ||
      lstatSync(join(root, ...parts.slice(0, index + 1))).isSymbolicLink(),
  );
}

/** The files that an imported path stands for: a script, or the description and the main script of a folder. */
function filesAt(path: string): readonly string[] {
  const file = [path, `${path}.js`].find((one) => statSync(one, { throwIfNoEntry: false })?.isFile());
  if (file !== undefined) return [file];
  const description = join(path, 'package.json');
  if (!existsSync(description)) return existsSync(join(path, 'index.js')) ? [join(path, 'index.js')] : [];
  const { main = 'index.js' } = JSON.parse(readFileSync(description, 'utf8')) as { main?: string };
  return [description, ...filesAt(resolve(path, main))];
}

/** The scripts of an app's own folder. */
function scriptsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === 'dist') return [];
    if (entry.isDirectory()) return scriptsBelow(path);
    return entry.isFile() && entry.name.endsWith('.js') ? [path] : [];
  });
}

/** The repository that a folder is in, or the folder itself. */
export function repositoryOf(folder: string): string {
  for (let above = folder; ; above = dirname(above)) {
    if (existsSync(join(above, '.git'))) return above;
    if (above === dirname(above)) return folder;
  }
}

/**
 * The files outside an app's folder that its scripts import, directly or through others, sorted. It leaves out files outside the app's
 * repository, and those that are reached through a link.
 * @param folder of the app, without links in its path
 */
export function outsideImports(folder: string): readonly string[] {
  const repository = repositoryOf(folder);
  const found = new Set<string>();
  const waiting = scriptsBelow(folder);
  for (let script = waiting.pop(); script !== undefined; script = waiting.pop()) {
    for (const [, , path = ''] of readFileSync(script, 'utf8').matchAll(IMPORTED)) {
      for (const file of filesAt(resolve(dirname(script), path))) {
        if (found.has(file) || isWithin(folder, file) || !isWithin(repository, file)) continue;
        if (isBarred(repository, file)) continue;
        found.add(file);
        if (file.endsWith('.js')) waiting.push(file);
      }
    }
  }
  return [...found].sort();
}
