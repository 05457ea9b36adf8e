/**
 * Minifies a bundle in more than one way and keeps what the packer's compiler makes the fewest bytes of: whether a
 * function that is called once is cheaper in its place differs from bundle to bundle.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompressOptions, minify } from 'terser';
import { runCommand } from '../shared/command.ts';
import { BuildFailure } from '../shared/failure.ts';
import { compilerOf, type Project } from '../shared/project.ts';

const COMPRESS: CompressOptions = {
  passes: 4,
  pure_getters: true,
  negate_iife: false,
  keep_fargs: false,
  hoist_funs: true,
  // The engine has an operation for `x === null`, but none for `null === x`.
  lhs_constants: false,
};

const WAYS: readonly CompressOptions[] = [COMPRESS, { ...COMPRESS, reduce_funcs: false }];

/** The shortest bytecode's source among the ways; fails if none compiles. */
export async function smallest(project: Project, code: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'iliacus-ways-'));
  try {
    let best = { code: '', bytes: Number.POSITIVE_INFINITY };
    for (const compress of WAYS) {
      const { code: small = '' } = await minify(code, {
        module: true,
        ecma: 2020,
        toplevel: true,
        compress,
        mangle: { module: true, toplevel: true },
      });
      const bytes = await bytecodeBytes(project, folder, small);
      if (bytes < best.bytes) best = { code: small, bytes };
    }
    return best.code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bytecodeBytes(project: Project, folder: string, code: string): Promise<number> {
  const source = join(folder, 'bundle.js');
  const target = join(folder, 'bundle.c');
  // The compiler would look for the modules of the platform; without them their names are globals, in every way alike.
  await writeFile(source, code.replace(/^(import[^;]*;\s*)+/, ''));
  const { output } = await runCommand(compilerOf(project), ['-c', '-o', target, source], { cwd: folder });
  const size = /_size = (\d+)/.exec(await readFile(target, 'utf8').catch(() => ''))?.[1];
  if (size === undefined) throw new BuildFailure(`A bundle is refused by qjsc: ${output.trim()}`);
  return Number(size);
}
