/** A real server on this machine that behaves as docs/integrations.md says of both integrations, and misbehaves on request. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Manner = 'works' | 'slow' | 'half-closed' | 'cut' | number;

export interface FakeServer {
  readonly address: string;
  /** The ids of the stored records, in order of arrival. */
  readonly stored: readonly string[];
  /** How the next requests are answered. After them everything works. */
  behave(...manners: readonly Manner[]): void;
  close(): Promise<void>;
}

/** Longer than a phone waits in a test. */
const SLOW_MS = 15_000;

export async function startFakeServer(): Promise<FakeServer> {
  const stored: string[] = [];
  const manners: Manner[] = [];

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const manner = manners.shift() ?? 'works';
    if (manner === 'cut') {
      request.socket.destroy();
      return;
    }
    if (typeof manner === 'number') {
      response.writeHead(manner, manner === 429 ? { 'Retry-After': '120' } : {}).end('{"error":"no"}');
      return;
    }
    const text = JSON.stringify(act(request, body, stored));
    if (manner === 'half-closed') {
      // Announces the length of the answer, sends a part of it and is gone.
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': text.length + 10 });
      response.write(text.slice(0, 1));
      setTimeout(() => request.socket.destroy(), 20);
      return;
    }
    const end = (): void => {
      if (!response.destroyed) response.writeHead(200, { 'Content-Type': 'application/json' }).end(text);
    };
    if (manner === 'slow') setTimeout(end, SLOW_MS);
    else end();
  }

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString('utf8');
    });
    request.on('end', () => answer(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stored,
    behave: (...next) => void manners.push(...next),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function act(request: IncomingMessage, body: string, stored: string[]): unknown {
  const { method, url = '', headers } = request;
  if (url === '/hook') {
    const key = String(headers['idempotency-key']);
    if (!stored.includes(key)) stored.push(key);
    return {};
  }
  if (method === 'GET') {
    const query = new URL(url, 'http://here').searchParams;
    if (!query.has('oldest') || !query.has('newest')) return { error: 'oldest and newest are required' };
    return stored.map((external_id, at) => ({ id: `i${at}`, external_id }));
  }
  const [activity] = JSON.parse(body) as { external_id: string }[];
  if (activity !== undefined) stored.push(activity.external_id);
  return [{ id: `i${stored.length}` }];
}
