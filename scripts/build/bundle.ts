/**
 * Bundles each entry before the packer sees it, because the packer minifies nothing and bytecode is paid per bundle: one
 * scope a bundle, with the names of the language bound once. Inside the packer's `with`, every look-up of a global costs
 * ten bytes more. Never changes what the code does: the packed result is what the tests run.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { minify } from 'terser';
import { BuildFailure } from './failure.ts';
import type { Project } from './project.ts';

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
  const { code: small } = await minify(scoped, {
    module: true,
    ecma: 2017,
    toplevel: true,
    compress: { passes: 4, pure_getters: true, negate_iife: false },
    mangle: { module: true, toplevel: true },
  });
  if (small === undefined || small === '') throw new BuildFailure(`${entry} came out of the bundler empty.`);
  const to = join(project.stage, `${entry}.js`);
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to, small);
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
      target: 'es2017',
      minifySyntax: true,
      legalComments: 'none',
      logLevel: 'silent',
    });
    return result.outputFiles[0]?.text ?? '';
  } catch (error) {
    throw new BuildFailure(
      `${entry} could not be bundled: ${error instanceof Error ? error.message : error}`,
    );
  }
}
