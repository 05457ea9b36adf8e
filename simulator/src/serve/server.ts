/**
 * Serves the simulator's page and one packed app to this computer. Listens on the loopback address only and sends
 * nothing anywhere.
 */

import { createReadStream, existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { type InitialState, initialStateJson } from './initial-state.ts';
import { openInBrowser } from './open-in-browser.ts';
import { servePage } from './page-server.ts';

/** Port of the page; the next free one is taken when it is in use. */
const DEFAULT_PORT = 4780;

/** A watch and a phone as from the shop where nothing of their past is given. */
export interface ServeOptions extends InitialState {
  /** The `.zab` or `.zpk` to show. Read again at each reload of the page. */
  readonly zabPath: string;
  readonly port?: number;
  /** Opens the page in the reader's browser. */
  readonly open?: boolean;
  /** What follows the address's `?`, for instance `device=Balance%202`. */
  readonly query?: string;
  /** Prints nothing. */
  readonly quiet?: boolean;
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

function appPlugin(zabPath: string, watch: string): Plugin {
  const answer = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = request.url?.split('?')[0];
    if (path === '/watch.json') {
      response.setHeader('content-type', 'application/json');
      response.end(watch);
      return;
    }
    if (path !== '/app.zab') {
      next();
      return;
    }
    response.setHeader('content-type', 'application/octet-stream');
    response.setHeader('cache-control', 'no-store');
    createReadStream(zabPath)
      .on('error', () => {
        response.statusCode = 404;
        response.end('the package is gone');
      })
      .pipe(response);
  };
  return {
    name: 'packed-app',
    configureServer: (server) => {
      server.middlewares.use(answer);
    },
  };
}

/**
 * Starts the server and prints one line with its address.
 * @throws Error when the package does not exist
 */
export async function serveSimulator(options: ServeOptions): Promise<Served> {
  const { zabPath, port = DEFAULT_PORT, open = false, query, quiet = false, ...past } = options;
  if (!existsSync(zabPath)) throw new Error(`there is no package ${zabPath}`);
  const server = await servePage(port, [appPlugin(zabPath, initialStateJson(past))]);
  const url = query === undefined ? server.url : `${server.url}?${query}`;
  if (!quiet) process.stdout.write(`Simulator: ${url}\n`);
  if (open) openInBrowser(url);
  return { url, close: server.close };
}
