/** Writes the page and one packed app into a folder that any static web server can serve, under any path. */
import { existsSync } from 'node:fs';
import { appendFile, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { INITIAL_STATE_PATH, type InitialState, initialStateJson } from './initial-state.ts';
import { buildPage, NOTICES } from './page-files.ts';

export interface DemoOptions extends InitialState {
  readonly zabPath: string;
  /** The folder; what it holds is removed first. */
  readonly outDir: string;
  /** Notices of what the app carries, which follow those of the page. */
  readonly appNotices?: string;
}

/**
 * Builds the static demo.
 * @throws Error when the package does not exist or the page does not build
 */
export async function buildDemo({
  zabPath,
  outDir,
  appNotices = '',
  ...initialState
}: DemoOptions): Promise<void> {
  if (!existsSync(zabPath)) throw new Error(`there is no package ${zabPath}`);
  const folder = resolve(outDir);
  const { files } = await buildPage('index');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [path, content] of files) await writeFile(join(folder, path), content);
  if (appNotices !== '') await appendFile(join(folder, NOTICES), `\n${appNotices}`);
  await copyFile(zabPath, join(folder, 'app.zab'));
  await writeFile(join(folder, INITIAL_STATE_PATH), initialStateJson(initialState));
}
