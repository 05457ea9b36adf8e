/** Serves the simulator's page with one packed app, to this computer only. */
import { createReadStream, existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { INITIAL_STATE_PATH, type InitialState, initialStateJson } from './initial-state.ts';
import { openInBrowser } from './open-in-browser.ts';
import { type PageServer, servePage } from './page-server.ts';

/** Port of the page. The next free one is taken when it is in use. */
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
}

/** Answers requests for the package and for the initial state. */
function appPlugin(zabPath: string, initialState: string): Plugin {
  const answer = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = request.url?.split('?')[0];
    if (path === `/${INITIAL_STATE_PATH}`) {
      response.setHeader('content-type', 'application/json');
      response.end(initialState);
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
 * Starts the server and prints its address.
 * @throws Error when the package does not exist
 */
export async function serveSimulator(options: ServeOptions): Promise<PageServer> {
  const { zabPath, port = DEFAULT_PORT, open = false, query, quiet = false, ...initialState } = options;
  if (!existsSync(zabPath)) throw new Error(`there is no package ${zabPath}`);
  const server = await servePage(port, [appPlugin(zabPath, initialStateJson(initialState))]);
  const url = query === undefined ? server.url : `${server.url}?${query}`;
  if (!quiet) process.stdout.write(`Simulator: ${url}\n`);
  if (open) openInBrowser(url);
  return { url, close: server.close };
}
