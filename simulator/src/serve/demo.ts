/** Writes the page and one packed app into a folder that any static web server can serve, under any path. */
import { existsSync } from 'node:fs';
import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { INITIAL_STATE_PATH, type InitialState, initialStateJson } from './initial-state.ts';
import { viteOptions } from './vite-options.ts';

export interface DemoOptions extends InitialState {
  readonly zabPath: string;
  /** The folder; what it holds is removed first. */
  readonly outDir: string;
}

/**
 * Builds the static demo.
 * @throws Error when the package does not exist or the page does not build
 */
export async function buildDemo({ zabPath, outDir, ...initialState }: DemoOptions): Promise<void> {
  if (!existsSync(zabPath)) throw new Error(`there is no package ${zabPath}`);
  const folder = resolve(outDir);
  await rm(folder, { recursive: true, force: true });
  await build({
    ...viteOptions(),
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
    },
  });
  await copyFile(zabPath, join(folder, 'app.zab'));
  await writeFile(join(folder, INITIAL_STATE_PATH), initialStateJson(initialState));
}
