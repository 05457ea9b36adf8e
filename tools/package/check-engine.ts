/**
 * Proves that every emitted bundle suits the watch's engine: compiled by the packer's own compiler, scanned for
 * newer names, and loaded in QuickJS 2020-07-05. Never runs more than a bundle's top level.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getQuickJS, type QuickJS } from 'quickjs-emscripten';
import { runCommand } from '../shared/child-process.ts';
import { compilerOf, type Project } from '../shared/project.ts';
import { scanBundle } from './bundle-scan.ts';
import { linkNames, permissiveHost, phoneNames, watchNames } from './host-names.ts';
import type { Files, ScreenPackage } from './package-file.ts';

export interface Bundle {
  /** Such as `page/home/index.page.js (480x480)`. */
  readonly name: string;
  readonly source: string;
  /** Host names given to the bundle when it is loaded. */
  readonly names: readonly string[];
  /** Further names that it may mention without being given them. */
  readonly mentions: readonly string[];
}

/** The bundles that carry zml. */
const linkBundles = new Set(['app.js', 'app-side.js']);

/** Sends every distinct bundle of the JavaScript flavour through the three checks; returns their number. */
export async function checkBundles(project: Project, packages: readonly ScreenPackage[]): Promise<number> {
  const bundles = distinctBundles(packages);
  const engine = await getQuickJS();
  const builtIns = engineNames(engine);
  for (const bundle of bundles) checkBundle(engine, builtIns, bundle);
  await compileBundles(project, bundles);
  return bundles.length;
}

/** Scans and loads one bundle; fails with its name and the reason. */
export function checkBundle(engine: QuickJS, builtIns: ReadonlySet<string>, bundle: Bundle): void {
  const [finding] = scanBundle(bundle.source, new Set([...builtIns, ...bundle.names, ...bundle.mentions]));
  if (finding !== undefined) throw new Error(`${bundle.name} ${finding}.`);
  const crash = loadCrash(engine, bundle);
  if (crash !== undefined) throw new Error(`${bundle.name} does not load in QuickJS: ${crash}.`);
}

/** Names of the engine's own globals, asked from the engine. */
export function engineNames(engine: QuickJS): ReadonlySet<string> {
  const names: unknown = engine.evalCode('Object.getOwnPropertyNames(globalThis)');
  return new Set(Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []);
}

/** The packer folds sizes per screen, so one bundle may come in several texts; equal texts are checked once. */
function distinctBundles(packages: readonly ScreenPackage[]): readonly Bundle[] {
  const bySource = new Map<string, Bundle>();
  for (const { screen, device, phone } of packages) {
    for (const [files, names] of [[device, watchNames] as const, [phone, phoneNames] as const]) {
      for (const [entry, source] of scripts(files))
        bySource.set(`${entry}\n${source}`, {
          name: `${entry} (${screen})`,
          source,
          names,
          mentions: linkBundles.has(entry) ? linkNames : [],
        });
    }
  }
  return [...bySource.values()];
}

function scripts(files: Files): readonly (readonly [string, string])[] {
  return Object.entries(files)
    .filter(([entry]) => entry.endsWith('.js'))
    .map(([entry, bytes]) => [entry, new TextDecoder().decode(bytes)] as const);
}

function loadCrash(engine: QuickJS, bundle: Bundle): string | undefined {
  const host = `globalThis.said = ${permissiveHost}(${JSON.stringify(bundle.names)});`;
  try {
    const said: unknown = engine.evalCode(`${host}\n${bundle.source}\n;said.join('; ')`);
    return typeof said === 'string' && said !== '' ? said : undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

async function compileBundles(project: Project, bundles: readonly Bundle[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'qjsc-'));
  const compiler = compilerOf(project);
  try {
    for (const bundle of bundles) {
      await writeFile(join(folder, 'bundle.js'), bundle.source);
      const { code, output } = await runCommand(compiler, ['-c', '-o', 'bundle.c', 'bundle.js'], {
        cwd: folder,
      });
      if (code !== 0) throw new Error(`${bundle.name} is refused by qjsc: ${output.trim()}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
