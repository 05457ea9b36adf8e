/** What modules add to a watch bundle, minified with the build's tools. */
import { build } from 'esbuild';
import { minify } from 'terser';

const NOTHING = 'globalThis.e = 1;';

/**
 * @param body a module's text at the repository's root that uses what is measured
 * @param carried one that uses what the bundle has besides: what both need, such as the text of bytes, is that one's
 */
export async function addedBytes(body: string, carried = ''): Promise<number> {
  return (await minifiedBytes(carried + body)) - (await minifiedBytes(carried + NOTHING));
}

async function minifiedBytes(body: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: body, resolveDir: new URL('..', import.meta.url).pathname },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    external: ['@zos/*'],
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
