import { createReadStream, existsSync, statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChrome } from '../../src/chrome/launch.ts';
import { buildDemo } from '../../src/serve/demo.ts';
import { packSampleApp, type SampleApp } from '../support/sample-app.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

let sample: SampleApp;
let folder: string;
let host: Server;

beforeAll(async () => {
  sample = await packSampleApp();
  folder = await mkdtemp(join(tmpdir(), 'watch-demo-'));
  await buildDemo({ zabPath: sample.zpkPath, outDir: join(folder, 'some', 'place') });
  host = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(request.url?.split('?')[0] ?? '/'));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    if (!existsSync(file)) response.statusCode = 404;
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    if (response.statusCode === 404) response.end();
    else createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  host.close();
  await sample.remove();
  await rm(folder, { recursive: true, force: true });
});

describe('the static demo', () => {
  it('runs from a sub-folder of a plain file host', async () => {
    const browser = await launchChrome();
    const page = await browser.newPage();
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    const { port } = host.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/some/place/`);
    await page.locator('#watch[aria-label*="count 0"]').waitFor();
    await browser.close();
    expect(missing).toEqual([]);
  });

  it('carries the package beside the page', async () => {
    expect(await readdir(join(folder, 'some', 'place'))).toEqual(
      expect.arrayContaining(['app.zab', 'index.html']),
    );
  });
});
