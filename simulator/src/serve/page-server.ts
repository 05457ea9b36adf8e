/** Serves the simulator's pages over HTTP, to this computer only. */
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { viteOptions } from './vite-options.ts';

/** Removes vite's client from the pages: nothing is reloaded here, and the client would report that it finds no socket. */
const WITHOUT_CLIENT: Plugin = {
  name: 'without-client',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace(/<script[^>]*@vite\/client[^>]*><\/script>/, ''),
  },
};

/** A running server. */
export interface PageServer {
  /** Address, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

function portOf(server: ViteDevServer, otherwise: number): number {
  const address = server.httpServer?.address();
  return typeof address === 'object' && address !== null ? address.port : otherwise;
}

/** @param port the wanted port; the next free one is taken when it is in use */
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
