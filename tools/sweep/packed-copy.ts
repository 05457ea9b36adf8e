/**
 * The packed app of a copy of the sources, in which the bundles of the watch that a change concerns can be replaced. To pack
 * everything again takes ten times as long.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { ensureBuilt } from '../package/build.ts';
import { bundleEntry } from '../package/bundle.ts';
import { compile } from '../package/compile.ts';
import { readManifest } from '../package/fill-stage.ts';
import { manifestEntries } from '../package/manifest-entries.ts';
import { type Project, projectAt } from '../shared/project.ts';

/** The files of an archive by their paths. */
type Archive = Readonly<Record<string, Uint8Array>>;

/** What the packer puts before and after the code of a bundle. */
const BEFORE = 'with(context){';
const AFTER = '}}).bind(';

/** An import of a module of the platform, as it is staged: of names, or of a whole module. */
const IMPORT = /import(?:\{([^}]*)\}|\*as ([\w$]+) )from("[^"]*");/g;

export interface PackedCopy {
  /**
   * Compiles the sources as they are now, and puts the bundles that differ from those of the whole app in their place.
   * @throws Error if the sources do not compile, or no bundle differs
   */
  replaceBundles(): Promise<void>;
}

/**
 * Packs the copy in `folder`, and puts each bundle in its own place, so that tests which pass then say that a replaced bundle works
 * as a packed one.
 */
export async function openPackedCopy(folder: string): Promise<PackedCopy> {
  const project = projectAt(folder);
  await ensureBuilt({ root: folder, isQuiet: true });
  const entries = manifestEntries(await readManifest(project)).device;
  const packed = unzipSync(await readFile(project.simulatorZab));
  const whole = new Map<string, string>();
  for (const entry of entries) whole.set(entry, await readStaged(project, entry));
  // That of the copy, because the hash is about the build tools beside it, too.
  const path = join(folder, 'tools/package/input-hash.ts');
  const { inputsHash } = (await import(
    pathToFileURL(path).href
  )) as typeof import('../package/input-hash.ts');
  async function write(bundles: ReadonlyMap<string, string>): Promise<void> {
    await writeFile(project.simulatorZab, withBundles(packed, bundles));
    await writeFile(`${project.simulatorZab}.stamp`, await inputsHash(project));
  }
  await write(whole);
  return {
    async replaceBundles() {
      await compile(project);
      const changed = new Map<string, string>();
      for (const entry of entries) {
        await bundleEntry(project, entry);
        const bundle = await readStaged(project, entry);
        if (bundle !== whole.get(entry)) changed.set(entry, bundle);
      }
      if (changed.size === 0) throw new Error('No bundle of the watch has changed.');
      await write(changed);
    },
  };
}

/** The bundle of an entry, which the staged module of that name imports. */
async function readStaged({ stage }: Project, entry: string): Promise<string> {
  const [, bundle = ''] = (await readFile(join(stage, `${entry}.js`), 'utf8')).split("'");
  return readFile(join(stage, 'node_modules', bundle), 'utf8');
}

/** The package with other bundles in the part for the watch of each screen. */
function withBundles(packed: Archive, changed: ReadonlyMap<string, string>): Uint8Array {
  const outer: Record<string, Uint8Array> = { ...packed };
  for (const [name, bytes] of Object.entries(packed)) {
    if (!name.endsWith('.zpk')) continue;
    const parts = unzipSync(bytes);
    const device = unzipSync(parts['device.zip'] as Uint8Array);
    for (const [entry, bundle] of changed) {
      const file = `${entry}.js`;
      const before = new TextDecoder().decode(device[file] as Uint8Array);
      device[file] = new TextEncoder().encode(asPacked(before, bundle));
    }
    outer[name] = zipSync({ ...parts, 'device.zip': zipSync(device, { level: 0 }) }, { level: 0 });
  }
  return zipSync(outer, { level: 0 });
}

/** A staged bundle in what the packer has put around the packed one `before`. */
function asPacked(before: string, bundle: string): string {
  const start = before.indexOf(BEFORE) + BEFORE.length;
  const required = bundle.replace(
    IMPORT,
    (_import, names: string | undefined, whole: string, module: string) => {
      const wanted = names === undefined ? whole : `{${names.replaceAll(' as ', ':')}}`;
      return `const ${wanted}=__$$R$$__(${module});`;
    },
  );
  return before.slice(0, start) + required + before.slice(before.lastIndexOf(AFTER));
}
