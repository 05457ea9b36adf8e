/** Writes the static demo and measures it. */
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buildDemo } from 'zepp-watch-simulator/demo';
import { watchEn } from '../../utils/core/text/watch-en.ts';
import { buildEditor, EDITOR_LINK } from '../routine-editor/page-files.ts';
import { repositoryRoot } from '../shared/project.ts';
import { packageAt } from './package-at.ts';
import { allowingWatch } from './seeded-watch.ts';
import { vibrationNames } from './vibration-names.ts';

/** Licences of what ships inside Iliacus. */
const NOTICES = join(repositoryRoot, 'THIRD-PARTY-NOTICES.md');

export interface DemoRequest {
  readonly outDir: string;
  /** Another app: a `.zab`, a `.zpk` or a folder. */
  readonly path?: string | undefined;
}

export interface DemoSize {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes the folder anew.
 * @throws Error if `outDir` holds something other than a demo, or there is nothing at `path`
 */
export async function writeDemo({ outDir, path }: DemoRequest): Promise<DemoSize> {
  await refuseForeignFolder(outDir);
  const zabPath = await packageAt(path);
  const own =
    path === undefined
      ? {
          ...allowingWatch(),
          appNotices: await readFile(NOTICES, 'utf8'),
          hint: `Press ${watchEn['home.start']} on the watch.`,
          vibrations: vibrationNames,
          links: [EDITOR_LINK],
          besides: (await buildEditor()).files,
        }
      : {};
  await buildDemo({ zabPath, outDir, ...own });
  return sizeOf(outDir);
}

/** Writing a demo empties its folder, so a folder that holds something else is refused. */
async function refuseForeignFolder(outDir: string): Promise<void> {
  const names = existsSync(outDir) ? await readdir(outDir) : [];
  if (names.length > 0 && !names.includes('initial-state.json')) {
    throw new Error(`${outDir} is not empty and does not contain a demo; choose another folder or empty it`);
  }
}

async function sizeOf(folder: string): Promise<DemoSize> {
  let files = 0;
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files++;
    bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return { files, bytes };
}
