/** Neither a website in the same browser nor another program on this computer gets anything from the simulator's server. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageServer } from '../../src/serve/page-server.ts';
import { serveSimulator } from '../../src/serve/server.ts';
import { packSampleApp, type SampleApp } from '../support/sample-app.ts';

let sample: SampleApp;
let served: PageServer;

beforeAll(async () => {
  sample = await packSampleApp();
  served = await serveSimulator({ zabPath: sample.zpkPath, port: 4795, quiet: true });
});

afterAll(async () => {
  await served.close();
  await sample.remove();
});

type Headers = Readonly<Record<string, string>>;

/** Sends a request just as it is given; `PORT` in a header stands for the server's own port. */
function ask(path: string, headers: Headers = {}, method = 'GET') {
  const { hostname, port } = new URL(served.url);
  const sent = Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', port)]);
  return new Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const call = request({ hostname, port, path, method, headers: Object.fromEntries(sent) }, (answer) => {
        let body = '';
        answer.on('data', (part) => {
          body += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers }));
      });
      call.on('error', reject);
      call.end();
    },
  );
}

const SENTENCE = /^[A-Z][^<>]*\.\n$/;

describe.each(['/', '/app/list.json', '/initial-state.json'])('%s', (path) => {
  it.each<readonly [string, Headers]>([
    ['a foreign website', { origin: 'https://evil.example' }],
    ['another origin on this computer', { origin: 'http://localhost:3000' }],
    ['the same port by another name of this computer', { origin: 'http://127.0.0.2:PORT' }],
    ['an HTTPS page of the same name', { origin: 'https://127.0.0.1:PORT' }],
    ['a file or a sandboxed frame', { origin: 'null' }],
    ['a foreign website that embeds the page', { 'sec-fetch-site': 'cross-site' }],
    ['another port on this computer', { 'sec-fetch-site': 'same-site' }],
    ['a foreign name that points to this computer', { host: 'evil.example:PORT' }],
    [
      'that name, as its own origin',
      { host: 'evil.example:PORT', origin: 'http://evil.example:PORT', 'sec-fetch-site': 'same-origin' },
    ],
    ['a name that begins like ours', { host: 'localhost.evil.example:PORT' }],
    ['another port in the name', { host: '127.0.0.1:1' }],
    ['a name without a port', { host: 'localhost' }],
    ['a name that is a port alone', { host: ':PORT' }],
    ['this computer by its IPv6 address', { host: '[::1]:PORT' }],
    ['this computer by any of its addresses', { host: '0.0.0.0:PORT' }],
    ['this computer by its number', { host: '2130706433:PORT' }],
    ['a name with a user before it', { host: 'evil.example@127.0.0.1:PORT' }],
    ['a name with a dot behind it', { host: 'localhost.:PORT' }],
    ['two names', { host: '127.0.0.1:PORT, evil.example' }],
    ['a website in an old browser, which names the page alone', { referer: 'https://evil.example/page' }],
    ['a website whose name begins like ours, there', { referer: 'http://127.0.0.1:PORT.evil.example/' }],
    ['an empty origin', { origin: '' }],
    ['two origins', { origin: 'http://127.0.0.1:PORT, https://evil.example' }],
    ['a foreign website in capitals', { 'sec-fetch-site': 'CROSS-SITE' }],
    [
      'a foreign website that opens a socket',
      { origin: 'https://evil.example', connection: 'Upgrade', upgrade: 'websocket' },
    ],
  ])('is refused to %s', async (_who, headers) => {
    const { status, body } = await ask(path, headers);
    expect({ status, body }).toEqual({ status: 403, body: expect.stringMatching(SENTENCE) });
  });

  it.each<readonly [string, Headers]>([
    ['a person who types the address', { 'sec-fetch-site': 'none' }],
    ['a person who types localhost', { host: 'localhost:PORT' }],
    ['the page itself', { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:PORT' }],
    ['the page itself in an old browser', { referer: 'http://127.0.0.1:PORT/?device=Falcon' }],
    ['a program that sends no headers', {}],
  ])('is served to %s', async (_who, headers) => {
    expect((await ask(path, headers)).status).toBe(200);
  });
});

it.each([
  '/__open-in-editor?file=/etc/passwd',
  '/__open-in-editor',
  '/__OPEN-IN-EDITOR?file=x',
  '/%5F_open-in-editor?file=x',
  '//__open-in-editor?file=x',
  '/./__open-in-editor?file=x',
  '/__open-in-editor/?file=x',
  '/__inspect/',
  '/__vitest__/',
  '/@react-refresh',
  '/%40fs/etc/passwd',
  '/@fs/etc/passwd?raw??',
  '/@fs/etc/passwd?.svg?.wasm?init',
  '/%c0%ae%c0%ae/%c0%ae%c0%ae/package.json',
  '/%zz',
  '/app/-1.zpk',
  '/app/39.zpk',
  '/@fs/etc/passwd',
  '/@fs/etc/passwd?raw',
  '/@fs/etc/passwd?import&raw',
  '/@fs//etc/passwd?url',
  '/@vite/client',
  '/@id/fflate',
  '/@id/__x00__/etc/passwd',
  '/node_modules/.vite/deps/_metadata.json',
  '/main.ts',
  '/host.html',
  '/../package.json',
  '/../../../../../../../../etc/passwd',
  '/%2e%2e/%2e%2e/package.json',
  '/..%2f..%2fREADME.md',
  '/%252e%252e/%252e%252e/package.json',
  '/..\\..\\package.json',
  '/..%5c..%5cREADME.md',
  '/./app/list.json/../../server.ts',
  '//etc/passwd',
  '/index.html/../../serve/server.ts?raw',
  '/index.html%00.ts',
  '/app%2f..',
  '/__proto__',
  '/constructor',
  '/package.json',
  '/.git/config',
  'http://evil.example/etc/passwd',
  '*',
])('%s is not there', async (path) => {
  const { status, body } = await ask(path);
  expect({ status, body }).toEqual({ status: 404, body: expect.stringMatching(SENTENCE) });
});

it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  '%s is refused, and the answer names the methods that are allowed',
  async (method) => {
    const { status, body, headers } = await ask('/', {}, method);
    expect({ status, body, allow: headers.allow }).toEqual({
      status: 405,
      body: expect.stringMatching(SENTENCE),
      allow: 'GET, HEAD',
    });
  },
);

/** The first line of the answer to a request that no program would send. */
function firstLine(request: string): Promise<string> {
  const { hostname, port } = new URL(served.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (part) => {
      answer += part;
    });
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.on('error', () => resolve('refused'));
    socket.end(request.replaceAll('PORT', port));
  });
}

it.each([
  ['names two hosts', 'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: evil.example\r\n\r\n'],
  ['names no host', 'GET / HTTP/1.0\r\n\r\n'],
  ['wants a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n'],
  [
    'has two lengths',
    'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['has a path without a slash', 'GET etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n'],
  ['is no HTTP', '\u0016\u0003\u0001\u0000\u00a5'],
])('a request that %s gets nothing', async (_what, request) => {
  expect(await firstLine(request)).toMatch(/^$|^refused$|^HTTP\/1\.1 4\d\d /);
});

it('HEAD is answered like GET, but without the body', async () => {
  const [got, asked] = [await ask('/'), await ask('/', {}, 'HEAD')];
  expect([asked.status, asked.headers['content-length'], asked.body]).toEqual([
    200,
    String(Buffer.byteLength(got.body)),
    '',
  ]);
});

it('no other site can embed what is served, and the page can load from nowhere else', async () => {
  const { headers } = await ask('/');
  expect(headers).toMatchObject({
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
  });
  expect(headers['access-control-allow-origin']).toBeUndefined();
});

it('an explicit port that is in use is refused in a sentence, and no other is taken', async () => {
  const port = Number(new URL(served.url).port);
  await expect(serveSimulator({ zabPath: sample.zpkPath, port, quiet: true })).rejects.toThrow(
    `Port ${port} is in use: end the program that uses it, or choose another with --port.`,
  );
});
