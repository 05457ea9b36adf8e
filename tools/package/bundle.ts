/** Bundles and minifies each entry with esbuild before the packer sees it: the packer bundles too, but minifies nothing. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { Project } from '../shared/project.ts';

/** Modules that exist on the watch or the phone only; the packer resolves them. */
const PLATFORM_MODULES = ['@zos/*', 'i18n'];

/** An import as esbuild writes it, of names or of a whole module. */
const PLATFORM_IMPORT = /import(?:\{[^}]*\}|\*as [\w$]+ )from"[^"]*";/g;

/**
 * Bundles are staged as a package of this name, because the packer lowers a project's own code to ES2015 and leaves
 * packages as they are: lowered, home would do a tenth more counted work (`docs/decisions/bundles.md`).
 */
const PACKAGE = 'iliacus-bundles';

/**
 * Bundles `entry` into the staging folder.
 *
 * @param entry a module's path without ending, relative to the compiled sources
 * @throws Error if a module is missing or does not parse
 */
export async function bundleEntry(project: Project, entry: string): Promise<void> {
  try {
    const { outputFiles } = await build({
      entryPoints: [join(project.compiled, `${entry}.js`)],
      write: false,
      nodePaths: [join(project.root, 'node_modules')],
      external: PLATFORM_MODULES,
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2020',
      legalComments: 'none',
      logLevel: 'silent',
    });
    const [output] = outputFiles;
    await writeStaged(join(packageFolder(project), `${entry}.js`), inOneFunction(output?.text ?? ''));
  } catch (error) {
    throw new Error(`${entry} could not be bundled: ${error instanceof Error ? error.message : error}`);
  }
  await writeStaged(join(project.stage, `${entry}.js`), `import '${PACKAGE}/${entry}.js';\n`);
}

/**
 * The bundle with everything but its imports in one function. The packer puts all code into a block, where each function would
 * be declared twice: a seventh of what it takes to load a page (`docs/decisions/bundles.md`).
 */
function inOneFunction(bundle: string): string {
  const imports = bundle.match(PLATFORM_IMPORT) ?? [];
  return `${imports.join('')}void function(){${bundle.replace(PLATFORM_IMPORT, '')}}();\n`;
}

/** Describes the staged package, without which the packer would not find the bundles. */
export async function stagePackage(project: Project): Promise<void> {
  const description = { name: PACKAGE, version: '0.0.0', sideEffects: true };
  await writeStaged(join(packageFolder(project), 'package.json'), `${JSON.stringify(description)}\n`);
}

const packageFolder = (project: Project): string => join(project.stage, 'node_modules', PACKAGE);

async function writeStaged(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
