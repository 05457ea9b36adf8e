/** Builds one of the simulator's pages: the files that a browser loads, and nothing else. */
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

/** `index` is the simulator; the others belong to programs that draw or run something in a browser. */
export type PageName = 'index' | 'host' | 'renderer';

const FOLDER = fileURLToPath(new URL('../browser', import.meta.url));

/** The files beside the page that its HTML names and that must be built. */
const NAMED_FILE = /(?<=(?:src|href)="\.\/)[^"]+\.(?:ts|js|css|svg)/g;

/** The files that a page loads only when it needs them. */
export const LOADED_LATER: readonly string[] = ['fonts-chinese.css', 'fonts-emoji.css'];

/** Licences of the fonts and libraries; the page has a link to this name. */
export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

export interface PageFiles {
  /** The content of each file by its path, `NAME.html` among them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Which sources went into the files. */
  readonly metafile: Metafile;
}

/** @throws Error when the sources do not build */
export async function buildPage(name: PageName): Promise<PageFiles> {
  const html = await readFile(join(FOLDER, `${name}.html`), 'utf8');
  const { outputFiles, metafile } = await build({
    entryPoints: [...(html.match(NAMED_FILE) ?? []), ...LOADED_LATER].map((file) => join(FOLDER, file)),
    outdir: FOLDER,
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    // The names are kept because events name classes of the app and the engine.
    keepNames: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.svg': 'copy', '.woff2': 'file', '.woff': 'file' },
    logLevel: 'silent',
  });
  const files = new Map<string, Uint8Array>();
  files.set(`${name}.html`, Buffer.from(html.replace(NAMED_FILE, (file) => file.replace(/\.ts$/, '.js'))));
  for (const { path, contents } of outputFiles) files.set(basename(path), contents);
  if (html.includes(NOTICES))
    files.set(NOTICES, await readFile(join(FOLDER, '../../THIRD-PARTY-NOTICES.md')));
  return { files, metafile };
}

/** One script of the pages' folder, built by itself. @throws Error when it does not build */
export async function builtScript(file: string): Promise<string> {
  const entry = join(FOLDER, file.replace(/\.ts$/, extname(fileURLToPath(import.meta.url))));
  const { outputFiles } = await build({
    entryPoints: [entry],
    write: false,
    bundle: true,
    minify: true,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
