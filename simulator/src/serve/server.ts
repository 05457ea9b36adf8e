/** Serves the simulator's page with one packed app, to this computer only. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type PackageParts, partsOf } from '../engine/package.ts';
import {
  INITIAL_STATE_PATH,
  type InitialState,
  initialStateJson,
  PARTS_FOLDER,
  VERSION_PATH,
} from './initial-state.ts';
import { type LiveBuild, runLiveBuild } from './live-build.ts';
import { openInBrowser } from './open-in-browser.ts';
import { type PageServer, type ReadFile, servePage } from './page-server.ts';

export type { LiveBuild } from './live-build.ts';

/** The default port of the page. If it is in use, the next free one is taken. */
const DEFAULT_PORT = 4780;

export interface ServeOptions extends InitialState {
  /** The `.zab` or `.zpk` to show. It is read again each time the page is loaded. */
  readonly zabPath: string;
  readonly port?: number;
  /** Whether the page is opened in the user's browser. */
  readonly open?: boolean;
  /** What follows `?` in the address, such as `device=Balance%202`. */
  readonly query?: string;
  /** Whether nothing is printed. */
  readonly quiet?: boolean;
  /** Files beside those of the page, by name, such as a page that `links` names. */
  readonly besides?: ReadonlyMap<string, Uint8Array>;
  /** Builds the app anew when its sources change, after which the page loads again. */
  readonly live?: LiveBuild;
}

/**
 * Starts the server and prints its address.
 * @throws Error when the package does not exist
 */
export async function serveSimulator(options: ServeOptions): Promise<PageServer> {
  const {
    zabPath,
    port = DEFAULT_PORT,
    open = false,
    query,
    quiet = false,
    live,
    besides,
    ...rest
  } = options;
  if (!existsSync(zabPath)) throw new Error(`there is no package ${zabPath}`);
  const state = Buffer.from(initialStateJson({ ...rest, isLive: live !== undefined }));
  const read = async (): Promise<Uint8Array> => new Uint8Array(await readFile(zabPath));
  const tell = (text: string): void => void (quiet || process.stdout.write(`${text}\n`));
  const running = live === undefined ? null : runLiveBuild(await read(), live, tell);
  const files: Record<string, ReadFile> = {
    ...partFiles(running === null ? read : () => Promise.resolve(running.bytes)),
    [INITIAL_STATE_PATH]: () => Promise.resolve(state),
    [VERSION_PATH]: () => Promise.resolve(Buffer.from(String(running?.version ?? 1))),
  };
  for (const [name, content] of besides ?? []) files[name] = () => Promise.resolve(content);
  const server = await servePage(port, 'index', files, options.port !== undefined);
  const url = query === undefined ? server.url : `${server.url}?${query}`;
  if (!quiet) process.stdout.write(`Simulator: ${url}\n`);
  if (open) openInBrowser(url);
  const close = (): Promise<void> => {
    running?.close();
    return server.close();
  };
  return { url, close };
}

/** The most kinds of screens for which an app may have packages. */
const MOST_PARTS = 40;

/** The parts of a package. The file is read again for each part, because it may have been packed anew. */
function partFiles(read: () => Promise<Uint8Array>): Readonly<Record<string, ReadFile>> {
  const parts = async (): Promise<PackageParts> => partsOf(await read());
  const files: Record<string, ReadFile> = {
    [`${PARTS_FOLDER}/list.json`]: async () => Buffer.from((await parts()).list),
  };
  for (let place = 0; place < MOST_PARTS; place++)
    files[`${PARTS_FOLDER}/${place}.zpk`] = async () => {
      const zpk = (await parts()).zpks[place];
      if (zpk === undefined) throw new Error(`The package has no part ${place}.`);
      return zpk;
    };
  return files;
}
