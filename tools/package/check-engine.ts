/**
 * Checks that every emitted bundle suits the engine of the watch: the packer's compiler takes it, it uses no newer syntax and
 * no name that does not exist, and its top level runs in QuickJS 2020-07-05.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getQuickJS, type QuickJS } from 'quickjs-emscripten';
import { runCommand } from '../shared/child-process.ts';
import { compilerOf, type Project } from '../shared/project.ts';
import { phoneNames, standInHost, watchNames, zmlNames } from './host-names.ts';
import type { ScreenPackage } from './read-packages.ts';
import { scanBundle } from './scan-bundle.ts';

export interface Bundle {
  /** Such as `page/home/index.page.js (480x480)`. */
  readonly name: string;
  readonly source: string;
  /** Names of the host that the bundle is given when it is loaded. */
  readonly names: readonly string[];
  /** Further names that it may mention without being given them. */
  readonly mentions: readonly string[];
}

const BUNDLES_WITH_ZML = new Set(['app.js', 'app-side.js']);

/** Checks every distinct bundle of the JavaScript flavour; returns their number. */
export async function checkBundles(project: Project, packages: readonly ScreenPackage[]): Promise<number> {
  const bundles = distinctBundles(packages);
  const engine = await getQuickJS();
  const builtIns = engineNames(engine);
  for (const bundle of bundles) checkBundle(engine, builtIns, bundle);
  await compileBundles(project, bundles);
  return bundles.length;
}

/** Scans and loads one bundle. @throws Error with its name and the reason */
export function checkBundle(engine: QuickJS, builtIns: ReadonlySet<string>, bundle: Bundle): void {
  const [finding] = scanBundle(bundle.source, new Set([...builtIns, ...bundle.names, ...bundle.mentions]));
  if (finding !== undefined) throw new Error(`${bundle.name} ${finding}.`);
  const crash = loadCrash(engine, bundle);
  if (crash !== undefined) throw new Error(`${bundle.name} does not load in QuickJS: ${crash}.`);
}

/** Names of the engine's own globals. */
export function engineNames(engine: QuickJS): ReadonlySet<string> {
  const names: unknown = engine.evalCode('Object.getOwnPropertyNames(globalThis)');
  return new Set(Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []);
}

/** The packer computes sizes for each screen, so a bundle may differ between packages. Equal ones are checked once. */
function distinctBundles(packages: readonly ScreenPackage[]): readonly Bundle[] {
  const bySource = new Map<string, Bundle>();
  for (const { screen, device, phone } of packages)
    for (const [files, names] of [[device, watchNames] as const, [phone, phoneNames] as const])
      for (const [entry, bytes] of Object.entries(files)) {
        if (!entry.endsWith('.js')) continue;
        const source = new TextDecoder().decode(bytes);
        const mentions = BUNDLES_WITH_ZML.has(entry) ? zmlNames : [];
        bySource.set(`${entry}\n${source}`, { name: `${entry} (${screen})`, source, names, mentions });
      }
  return [...bySource.values()];
}

function loadCrash(engine: QuickJS, bundle: Bundle): string | undefined {
  const host = `globalThis.printed = ${standInHost}(${JSON.stringify(bundle.names)});`;
  try {
    const printed: unknown = engine.evalCode(`${host}\n${bundle.source}\n;printed.join('; ')`);
    return typeof printed === 'string' && printed !== '' ? printed : undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

async function compileBundles(project: Project, bundles: readonly Bundle[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'qjsc-'));
  try {
    for (const bundle of bundles) {
      await writeFile(join(folder, 'bundle.js'), bundle.source);
      const args = ['-c', '-o', 'bundle.c', 'bundle.js'];
      const { code, output } = await runCommand(compilerOf(project), args, { cwd: folder });
      if (code !== 0) throw new Error(`qjsc refuses ${bundle.name}: ${output.trim()}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
