/**
 * Bundles each entry before the packer sees it, because the packer minifies nothing and bytecode is paid per bundle: one
 * scope a bundle, with the names of the language bound once. Inside the packer's `with`, every look-up of a global costs
 * ten bytes more. Never changes what the code does: the packed result is what the tests run.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { BuildFailure } from '../shared/failure.ts';
import type { Project } from '../shared/project.ts';
import { smallest } from './choose-smallest.ts';
import { plainer } from './lower-syntax.ts';
import { loadForWatch } from './watch-zml.ts';

/** Names of the language that bundles use. Not those of the platform: they may come into being after a bundle's load. */
const LANGUAGE_NAMES = [
  'Array',
  'ArrayBuffer',
  'DataView',
  'Date',
  'Error',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Promise',
  'RangeError',
  'Set',
  'String',
  'Uint8Array',
] as const;

/**
 * Bundles are staged as a package of this name and each entry imports its own: the packer lowers a project's code to
 * ES2015 and takes packages as they are, like zml, whose `?.` and spread every watch already runs. Lowered, `app` would
 * be a kilobyte larger. What the engine refuses is found by loading every bundle in it.
 */
const PACKAGE = 'iliacus-bundles';

/** What only exists on the device or the phone. */
const PROVIDED = ['@zos/*', 'i18n'];

/** Bundles `entry` (a module name without ending, relative to the compiled sources) into the staging folder. */
export async function bundleEntry(project: Project, entry: string): Promise<void> {
  const code = await joined(project, entry);
  const imports = code.match(/^import [^;]*;$/gm) ?? [];
  const body = code.replace(/^import [^;]*;$/gm, '');
  const names = LANGUAGE_NAMES.filter((name) =>
    new RegExp(`(?<![.$\\w])${name}(?![\\w$:])`).test(body),
  ).join();
  const scoped = `${imports.join('\n')}\n((${names}) => {\n${body}\n})(${names});`;
  // The probe takes zml as it is published, which takes things apart with a rest.
  const isPlain = !isPhones(entry) && project.app === '';
  const small = await smallest(project, await plainer(entry, scoped, isPlain));
  if (small === '') throw new BuildFailure(`${entry} came out of the bundler empty.`);
  await put(join(project.stage, 'node_modules', PACKAGE, `${entry}.js`), small);
  await put(join(project.stage, `${entry}.js`), `import '${PACKAGE}/${entry}.js';\n`);
}

/** Describes the staged package, without which the packer would not find the bundles. */
export async function stagePackage(project: Project): Promise<void> {
  const description = { name: PACKAGE, version: '0.0.0', sideEffects: true };
  await put(join(project.stage, 'node_modules', PACKAGE, 'package.json'), `${JSON.stringify(description)}\n`);
}

const zmlForWatch: Plugin = {
  name: 'zml for a watch',
  setup(build) {
    build.onLoad({ filter: /[/\\]@zeppos[/\\]zml[/\\].*\.js$/ }, async ({ path }) => ({
      contents: await loadForWatch(path),
    }));
  },
};

const isPhones = (entry: string): boolean => /^(app-side|setting)\//.test(entry);

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function joined(project: Project, entry: string): Promise<string> {
  try {
    const result = await build({
      entryPoints: [join(project.compiled, `${entry}.js`)],
      nodePaths: [join(project.root, 'node_modules')],
      external: PROVIDED,
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2020',
      minifySyntax: true,
      legalComments: 'none',
      // The probe takes zml as it is published: it uses parts that the app does without.
      plugins: isPhones(entry) || project.app !== '' ? [] : [zmlForWatch],
      logLevel: 'silent',
    });
    return result.outputFiles[0]?.text ?? '';
  } catch (error) {
    throw new BuildFailure(
      `${entry} could not be bundled: ${error instanceof Error ? error.message : error}`,
    );
  }
}
