/** The page's modules over HTTP on the loopback address: the part that the simulator and the pictures share. */

import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { viteOptions } from './vite-options.ts';

/**
 * Nothing is reloaded by itself here, and vite's client would complain about the socket that it does not find.
 */
const WITHOUT_CLIENT: Plugin = {
  name: 'without-client',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace(/<script[^>]*@vite\/client[^>]*><\/script>/, ''),
  },
};

export interface PageServer {
  /** Address with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

function portOf(server: ViteDevServer, otherwise: number): number {
  const address = server.httpServer?.address();
  return typeof address === 'object' && address !== null ? address.port : otherwise;
}

/** @param port wanted port; the next free one is taken when it is in use */
export async function servePage(port: number, plugins: readonly Plugin[] = []): Promise<PageServer> {
  const base = viteOptions();
  const server = await createServer({
    ...base,
    plugins: [WITHOUT_CLIENT, ...plugins],
    server: {
      ...base.server,
      host: '127.0.0.1',
      port,
      strictPort: false,
      watch: null,
      hmr: false,
      ws: false,
    },
  });
  await server.listen();
  return { url: `http://127.0.0.1:${portOf(server, port)}/`, close: () => server.close() };
}
