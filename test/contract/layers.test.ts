/**
 * Which layer may import which. The table is the documentation, and every import is checked against it. The compiler checks what a layer
 * may use without an import (the clock, timers, the console, names of the platform): see the `lib` and `types` of each tsconfig.json. For
 * features of the language itself, see test/contract/watch-syntax.test.ts.
 */
import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { objectAt } from '../../tools/shared/json.ts';
import { importsOf, jsonOf, modulesIn, textOf } from './sources.ts';

interface Layer {
  /** A folder, or a file. */
  readonly at: string;
  /** Folders and files that it may import. */
  readonly imports: readonly string[];
  /** Folders among those that it still may not import. */
  readonly never?: readonly string[];
  /** Package names that may be imported, as prefixes. */
  readonly packages?: readonly string[];
}

/** The simulator's own dependencies, and the browser and test tools that a root install gives it. */
const simulatorPackages = [
  'node:',
  ...Object.keys(objectAt(jsonOf('simulator/package.json'), 'dependencies')),
  '@sparticuz/chromium',
  'fast-check',
  'playwright-core',
  'vitest',
];

const pageNever = ['utils/core/log', 'utils/core/sync'];
const pageFolders = [...new Set(modulesIn('page').map((file) => posix.dirname(file)))];

const layers: readonly Layer[] = [
  { at: 'utils/core', imports: ['utils/core'] },
  { at: 'utils/ports', imports: ['utils/core', 'utils/ports'] },
  { at: 'utils/run', imports: ['utils/core', 'utils/ports', 'utils/run'] },
  { at: 'utils/zos', imports: ['utils/core', 'utils/ports', 'utils/zos'], packages: ['@zos/'] },
  ...pageFolders.map((at) => ({
    at,
    imports: [at, 'page/widgets', 'utils/run', 'utils/zos', 'utils/ports', 'utils/core'],
    never: pageNever,
    packages: ['@zos/'],
  })),
  { at: 'app-service', imports: ['utils'], packages: ['@zos/'] },
  {
    at: 'secondary-widget',
    imports: ['secondary-widget', 'page/widgets', 'utils'],
    never: pageNever,
    packages: ['@zos/'],
  },
  { at: 'app.ts', imports: ['utils'], packages: ['@zeppos/zml/'] },
  {
    at: 'app-side',
    imports: ['app-side', 'utils/core', 'utils/ports', 'utils/run'],
    packages: ['@zeppos/zml/'],
  },
  { at: 'tools/probe/app/core', imports: ['tools/probe/app/core', 'utils/core'] },
  {
    at: 'tools/probe/app/page',
    imports: ['tools/probe/app/page', 'tools/probe/app/core', 'page/widgets', 'utils'],
    packages: ['@zos/'],
  },
  { at: 'tools/probe/app/app-service', imports: ['tools/probe/app/core', 'utils'], packages: ['@zos/'] },
  { at: 'tools/probe/app/app.ts', imports: [], packages: ['@zeppos/zml/'] },
  {
    at: 'tools/probe/app/app-side',
    imports: ['tools/probe/app/core', 'utils/core'],
    packages: ['@zeppos/zml/'],
  },
  { at: 'tools/probe/app/setting', imports: ['tools/probe/app/core', 'utils/core'] },
  { at: 'setting', imports: ['setting', 'utils/core', 'utils/ports', 'utils/run'], packages: ['i18n'] },
  { at: 'simulator/src', imports: ['simulator'], packages: simulatorPackages },
  // Its tests contain small apps as text, which import the platform's modules.
  { at: 'simulator/test', imports: ['simulator'], packages: [...simulatorPackages, '@zos/'] },
];

const isBelow = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);

/**
 * `utils/zos/app-context.ts` describes what the composition root hands to the pages; a type has no code to leak.
 */
function isTypeOnly(file: string, specifier: string): boolean {
  const statement = new RegExp(`import type [^;]*?from '${specifier.replace(/[.*+?^$()|]/g, '\\$&')}'`);
  return statement.test(textOf(file));
}

function leaksOf(layer: Layer): readonly string[] {
  return modulesIn(layer.at).flatMap((file) =>
    importsOf(file)
      .filter((specifier) => !mayImport(layer, file, specifier))
      .map((specifier) => `${file} -> ${targetOf(file, specifier)}`),
  );
}

function mayImport(layer: Layer, file: string, specifier: string): boolean {
  if (!specifier.startsWith('.'))
    return (layer.packages ?? []).some((prefix) => specifier.startsWith(prefix));
  const target = targetOf(file, specifier);
  if (layer.at === 'utils/zos' && isBelow(target, 'utils/run')) return isTypeOnly(file, specifier);
  if ((layer.never ?? []).some((place) => isBelow(target, place))) return false;
  return layer.imports.some((place) => isBelow(target, place));
}

function targetOf(file: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
}

it.each(layers)('$at imports only what its layer may', (layer) => {
  expect(leaksOf(layer)).toEqual([]);
});

it.each([
  ['utils/core', 'utils/core/planted.ts', '@zos/ui'],
  ['utils/core', 'utils/core/planted.ts', '../run/guard.ts'],
  ['utils/core', 'utils/core/planted.ts', 'node:fs'],
  ['utils/ports', 'utils/ports/planted.ts', '../run/guard.ts'],
  ['utils/run', 'utils/run/planted.ts', '../zos/clock.ts'],
  ['utils/zos', 'utils/zos/planted.ts', '../../page/widgets/parts.ts'],
  ['utils/zos', 'utils/zos/planted.ts', '@zeppos/zml/base-app'],
  ['page/home', 'page/home/planted.ts', '@zeppos/zml/base-page'],
  ['page/home', 'page/home/planted.ts', '../../utils/core/log/encode.ts'],
  ['app-side', 'app-side/planted.ts', '../utils/zos/clock.ts'],
  ['setting', 'setting/planted.ts', '@zos/ui'],
  ['simulator/src', 'simulator/src/planted.ts', '../../utils/core/tuning.ts'],
])('the search finds a leak in %s: %s imports %s', (at, file, specifier) => {
  const layer = layers.find((one) => one.at === at);
  expect(layer !== undefined && mayImport(layer, file, specifier)).toBe(false);
  expect(layer).toBeDefined();
});

it('every folder that ships, and the simulator, is in a layer', () => {
  const shipped = modulesIn(
    ...['app.ts', 'page', 'utils', 'app-service', 'secondary-widget', 'app-side', 'setting', 'simulator'],
  );
  expect(shipped.filter((file) => !layers.some(({ at }) => isBelow(file, at)))).toEqual([]);
});

const simulatorEntries = Object.keys(objectAt(jsonOf('simulator/package.json'), 'exports')).map((entry) =>
  posix.join('zepp-watch-simulator', entry),
);

/** Whether an import reaches into the simulator without an entry of its package. */
function isInsideSimulator(file: string, specifier: string): boolean {
  if (isBelow(targetOf(file, specifier), 'simulator')) return true;
  return specifier.startsWith('zepp-watch-simulator') && !simulatorEntries.includes(specifier);
}

it('everything outside the simulator uses it only through the entries of its package', () => {
  const others = modulesIn('test', 'tools').flatMap((file) =>
    importsOf(file)
      .filter((specifier) => isInsideSimulator(file, specifier))
      .map((specifier) => `${file} -> ${specifier}`),
  );
  expect(others).toEqual([]);
  expect(simulatorEntries.filter((entry) => entry.includes('*'))).toEqual([]);
});

it.each(['zepp-watch-simulator/engine/devices', '../../simulator/src/engine/devices.ts'])(
  'an import of %s is reported, because it is no entry of the package',
  (specifier) => expect(isInsideSimulator('test/e2e/planted.ts', specifier)).toBe(true),
);

it('the simulator names no app', () => {
  expect(modulesIn('simulator').filter((file) => /iliacus/i.test(textOf(file)))).toEqual([]);
});

it('only tests import tests', () => {
  const shipped = modulesIn(
    'app.ts',
    'page',
    'utils',
    'app-service',
    'secondary-widget',
    'app-side',
    'setting',
    'tools',
  );
  // The sweeps of the log use the tests' fakes.
  const others = shipped.filter((file) => !isBelow(file, 'tools/sweep'));
  expect(others.filter((file) => importsOf(file).some((specifier) => /\/test\//.test(specifier)))).toEqual(
    [],
  );
});
