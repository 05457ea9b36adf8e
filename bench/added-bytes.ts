/** What modules add to a watch bundle, minified as the build does it. */
import { build } from 'esbuild';
import { minify } from 'terser';

const NOTHING = 'globalThis.e = 1;';

/** @param body a module's text at the repository's root that uses what is measured */
export async function addedBytes(body: string): Promise<number> {
  return (await minifiedBytes(body)) - (await minifiedBytes(NOTHING));
}

async function minifiedBytes(body: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: body, resolveDir: new URL('..', import.meta.url).pathname },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    minifySyntax: true,
  });
  const { code } = await minify(outputFiles[0]?.text ?? '', {
    module: true,
    ecma: 2020,
    toplevel: true,
    compress: { passes: 4, pure_getters: true },
    mangle: { module: true, toplevel: true },
  });
  return (code ?? '').length;
}
