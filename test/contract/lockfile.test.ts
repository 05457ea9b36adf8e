/** The lock file works anywhere: it has no private address, and lists the binaries for other systems. */
import { expect, it } from 'vitest';
import { isObject, objectAt, stringAt } from '../../tools/shared/json.ts';
import { jsonOf, textOf } from './sources.ts';

const packages = objectAt(jsonOf('package-lock.json'), 'packages');
const publicRegistry = 'https://registry.npmjs.org/';

it('every package is resolved from the public registry', () => {
  const elsewhere = Object.values(packages)
    .map((entry) => stringAt(entry, 'resolved'))
    .filter((address) => address?.includes('://') && !address.startsWith(publicRegistry));
  expect(elsewhere).toEqual([]);
});

it('every optional dependency of a locked package is locked too', () => {
  const missing = Object.entries(packages).flatMap(([at, entry]) =>
    Object.keys(objectAt(entry, 'optionalDependencies'))
      .filter((name) => !isLocked(at, name))
      .map((name) => `${at} -> ${name}`),
  );
  expect(missing).toEqual([]);
});

it('every dependency of this repository is pinned to one version', () => {
  const loose = ['package.json', 'simulator/package.json'].flatMap((file) => {
    const manifest = jsonOf(file);
    const all = { ...objectAt(manifest, 'dependencies'), ...objectAt(manifest, 'devDependencies') };
    return Object.entries(all).filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(String(range)));
  });
  expect(loose).toEqual([]);
});

it('the lock file knows this version of the package', () => {
  const lock = JSON.parse(textOf('package-lock.json'));
  expect(isObject(lock) ? lock.version : undefined).toBe(stringAt(jsonOf('package.json'), 'version'));
});

/** A package finds another one in its own folder, or in that of any package that contains it. */
function isLocked(from: string, name: string): boolean {
  const parts = from.split('/node_modules/');
  return parts.some((_, index) => {
    const folder = parts.slice(0, parts.length - index).join('/node_modules/');
    const prefix = folder === '' ? '' : `${folder}/`;
    return `${prefix}node_modules/${name}` in packages || `node_modules/${name}` in packages;
  });
}
