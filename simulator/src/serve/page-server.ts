/**
 * Serves one of the simulator's pages over HTTP, to that page alone: neither to other computers, nor to other websites that are open in a
 * browser on this one.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { buildPage, type PageName } from './page-files.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * An app that runs in the page can send requests to this server only, and no other site can frame the page. Bundles are code made from
 * text, hence `unsafe-eval`.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** Reads the content of a file anew for each request. */
export type ReadFile = () => Promise<Uint8Array>;

/** A running server. */
export interface PageServer {
  /** Address, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** The status and the sentence that refuse a request. A page elsewhere can forge none of these headers. */
function refusalOf(
  { method, headers, headersDistinct }: IncomingMessage,
  port: number,
): readonly [number, string] | null {
  const { host = '', origin, referer, 'sec-fetch-site': site = 'none' } = headers;
  // A website can point a name of its own at this computer (DNS rebinding), so the requested host must be one of these.
  const names = ['127.0.0.1', 'localhost'].map((name) => new URL(`http://${name}:${port}`).host);
  if (!names.includes(host) || headersDistinct.host?.length !== 1)
    return [403, 'The simulator answers to 127.0.0.1 and localhost with its own port only.'];
  const own = `http://${host}`;
  // Older browsers send neither an origin with a GET nor where it comes from, but the page that led to it.
  const isOwnPage = [undefined, own].includes(origin) && `${referer ?? own}/`.startsWith(`${own}/`);
  if (!isOwnPage || !['none', 'same-origin'].includes(String(site)))
    return [403, 'The simulator answers its own page only: type or paste its address.'];
  return method === 'GET' || method === 'HEAD' ? null : [405, 'The simulator answers GET and HEAD only.'];
}

function createPageServer(routes: ReadonlyMap<string, ReadFile>): Server {
  const server = createServer(async (request, response) => {
    const refuse = (status: number, sentence: string): void => {
      const allow = status === 405 ? { allow: 'GET, HEAD' } : {};
      response.writeHead(status, { ...HEADERS, ...allow, 'content-type': 'text/plain; charset=utf-8' });
      response.end(`${sentence}\n`);
    };
    const refusal = refusalOf(request, (server.address() as AddressInfo).port);
    if (refusal !== null) return refuse(...refusal);
    // The path is compared as it is, and never decoded or looked up on the disk.
    const path = request.url?.split('?')[0] ?? '';
    const content = await routes
      .get(path)?.()
      .catch(() => undefined);
    if (content === undefined) return refuse(404, 'There is nothing at this address: the simulator is at /.');
    const type = TYPES[path === '/' ? '.html' : extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { ...HEADERS, 'content-type': type, 'content-length': content.length });
    response.end(request.method === 'HEAD' ? undefined : content);
  });
  return server;
}

/** Listens on the port, or on the next free one unless the port must be exact. */
async function listen(server: Server, firstPort: number, isExact: boolean): Promise<void> {
  for (let port = firstPort; ; port++) {
    try {
      await once(server.listen(port, '127.0.0.1'), 'listening');
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (isExact)
        throw new Error(
          `Port ${port} is in use: end the program that uses it, or choose another with --port.`,
        );
    }
  }
}

/**
 * @param port the wanted port; the next free one is taken when it is in use, and any when it is 0
 * @param extras files beside those of the page, by name
 * @param isExactPort no other port will do, so it is an error if the wanted one is in use
 */
export async function servePage(
  port: number,
  name: PageName,
  extras: Readonly<Record<string, ReadFile>> = {},
  isExactPort = false,
): Promise<PageServer> {
  const { files } = await buildPage(name);
  const routes = new Map<string, ReadFile>();
  for (const [path, content] of files) routes.set(`/${path}`, () => Promise.resolve(content));
  for (const [path, read] of Object.entries(extras)) routes.set(`/${path}`, read);
  const page = routes.get(`/${name}.html`);
  if (page !== undefined) routes.set('/', page);
  const server = createPageServer(routes);
  await listen(server, port, isExactPort);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
