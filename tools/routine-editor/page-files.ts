/** Builds the editor's page: the files that a browser loads beside those of the simulator's page. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const PAGE = 'routine-editor.html';

/** The link to the editor in the header of the simulator's page. */
export const EDITOR_LINK = { text: 'Compose a routine of your own', address: `./${PAGE}` } as const;

export interface EditorFiles {
  /** The content of each file by its name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Which sources went into the files. */
  readonly metafile: Metafile;
}

/** @throws Error when the sources do not build */
export async function buildEditor(): Promise<EditorFiles> {
  const { outputFiles, metafile } = await build({
    entryPoints: [
      { in: join(FOLDER, 'main.ts'), out: 'routine-editor' },
      { in: join(FOLDER, 'routine-editor.css'), out: 'routine-editor' },
    ],
    outdir: FOLDER,
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    // Events name classes of the app and the engine.
    keepNames: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.svg': 'dataurl', '.woff2': 'file', '.woff': 'file' },
    logLevel: 'silent',
  });
  const files = new Map<string, Uint8Array>([[PAGE, await readFile(join(FOLDER, PAGE))]]);
  for (const { path, contents } of outputFiles) files.set(basename(path), contents);
  return { files, metafile };
}
