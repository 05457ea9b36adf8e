/** Writes the page and one packed app into a folder that any static web server can serve, under any path. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { modelsInList, partsOf } from '../engine/package.ts';
import {
  INITIAL_STATE_PATH,
  type InitialState,
  initialStateJson,
  OFFLINE_WORKER,
  PARTS_FOLDER,
} from './initial-state.ts';
import { buildPage, builtScript, LOADED_LATER, NOTICES } from './page-files.ts';

export interface DemoOptions extends InitialState {
  readonly zabPath: string;
  /** The folder; what it holds is removed first. */
  readonly outDir: string;
  /** Licence notices of what the app includes, which follow those of the page. */
  readonly appNotices?: string;
  /** Files beside those of the page, by name, such as a page that `links` names. */
  readonly besides?: ReadonlyMap<string, Uint8Array>;
}

/** The fonts that every page shows. The service worker keeps the others when they are first used. */
const FIRST_FONTS = /noto-sans-latin-[47]00-normal.*\.woff2$/;

/** The worker that lets the demo open without a network, with the names of the files that the first view needs. */
async function offlineWorker(folder: string, names: readonly string[], list: string): Promise<string> {
  const [firstPlace = 0] = modelsInList(list).values();
  const isFirst = (name: string): boolean =>
    /\.(?:html|js|css|svg)$/.test(name) ? !LOADED_LATER.includes(name) : FIRST_FONTS.test(name);
  const first = [
    './',
    ...names.filter(isFirst),
    INITIAL_STATE_PATH,
    `${PARTS_FOLDER}/list.json`,
    `${PARTS_FOLDER}/${firstPlace}.zpk`,
  ];
  const hash = createHash('sha256');
  for (const name of first.slice(1)) hash.update(await readFile(join(folder, name)));
  const values = `const FIRST_FILES = ${JSON.stringify(first)};\nconst VERSION = ${JSON.stringify(hash.digest('hex').slice(0, 16))};\n`;
  return values + (await builtScript('offline.ts'));
}

/**
 * Builds the static demo.
 * @throws Error when the package does not exist or the page does not build
 */
export async function buildDemo({
  zabPath,
  outDir,
  appNotices = '',
  besides = new Map(),
  ...initialState
}: DemoOptions): Promise<void> {
  if (!existsSync(zabPath)) throw new Error(`there is no package ${zabPath}`);
  const folder = resolve(outDir);
  const { files } = await buildPage('index');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [path, content] of [...besides, ...files]) await writeFile(join(folder, path), content);
  if (appNotices !== '') await appendFile(join(folder, NOTICES), `\n${appNotices}`);
  const { list, zpks } = partsOf(new Uint8Array(await readFile(zabPath)));
  await mkdir(join(folder, PARTS_FOLDER));
  await writeFile(join(folder, PARTS_FOLDER, 'list.json'), list);
  for (const [place, zpk] of zpks.entries()) await writeFile(join(folder, PARTS_FOLDER, `${place}.zpk`), zpk);
  await writeFile(join(folder, INITIAL_STATE_PATH), initialStateJson({ ...initialState, isDemo: true }));
  await writeFile(join(folder, OFFLINE_WORKER), await offlineWorker(folder, [...files.keys()], list));
}
