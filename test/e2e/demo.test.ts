/** The static demo as a visitor with a phone uses it: from a sub-folder of a plain file host, by touch. */
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChrome } from 'zepp-watch-simulator/browser';
import type {} from 'zepp-watch-simulator/page';
import { EDITOR_LINK } from '../../tools/routine-editor/page-files.ts';
import { writeDemo } from '../../tools/simulate/demo-folder.ts';
import { noteComplaints, placeOf } from '../support/browser-page.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** What the page records in place of the phone's own motor and loudspeaker. */
declare global {
  interface Window {
    __felt?: number[];
    __heard?: string[];
  }
}

let folder: string;
let host: Server;
let browser: Browser;
let page: Page;
let complaints: string[];

function hostOf(root: string): Server {
  return createServer((request, response) => {
    const path = join(root, decodeURIComponent(request.url?.split('?')[0] ?? '/'));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    readFile(file).then(
      (bytes) => {
        // Static hosts compress text like this.
        const isText = extname(file) in TYPES;
        if (isText) response.setHeader('content-encoding', 'gzip');
        response.end(isText ? gzipSync(bytes) : bytes);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iliacus-demo-'));
  await writeDemo({ outDir: join(folder, 'some', 'place') });
  host = hostOf(folder);
  await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening));
  browser = await launchChrome();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  page = await context.newPage();
  complaints = noteComplaints(page);
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(response.url());
  });
  await page.addInitScript(() => {
    const felt: number[] = [];
    const heard: string[] = [];
    window.__felt = felt;
    window.__heard = heard;
    navigator.vibrate = (pattern) => felt.push(Number(pattern)) > 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...args) {
      heard.push(this.type);
      start.apply(this, args);
    };
  });
  const { port } = host.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/some/place/`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
});

afterAll(async () => {
  await browser?.close();
  host?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the static demo', () => {
  it('opens on the home page of a wearer who has read the safety page', async () => {
    expect(await page.evaluate(() => window.__simulation?.watch.page)).toBe('page/home/index.page');
  });

  it('starts a session at a finger’s touch, which is felt and heard', async () => {
    await page.locator('#sound').check();
    const { x, y } = await placeOf(page, 'Start');
    await page.touchscreen.tap(x, y);
    await page.waitForFunction(() => window.__simulation?.watch.page === 'page/session/index.page');
    await page.locator('[data-speed="10"]').tap();
    await page.waitForFunction(() => (window.__felt ?? []).some((durationMs) => durationMs > 0));
    expect(await page.evaluate(() => window.__heard)).toEqual(['triangle']);
  });

  it('includes the licences of its fonts and libraries, and of those of the app', async () => {
    const notices = await readFile(join(folder, 'some/place/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['@fontsource/noto-sans ', 'fflate ', '@zeppos/zml '])
      expect(notices).toContain(`## ${name}`);
  });

  it('asks for nothing that is not in the folder and complains about nothing', () => {
    expect(complaints).toEqual([]);
  });
});

describe('the first load of the demo', () => {
  /** 1.5 Mbit/s. */
  const BYTES_A_SECOND = 187_500;

  it('takes under three seconds at 1.5 Mbit/s', async ({ annotate }) => {
    const { port } = host.address() as AddressInfo;
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const slow = await context.newPage();
    const devtools = await context.newCDPSession(slow);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 40,
      downloadThroughput: BYTES_A_SECOND,
      uploadThroughput: BYTES_A_SECOND,
    });
    let receivedBytes = 0;
    let [firstS, lastS] = [Number.POSITIVE_INFINITY, 0];
    devtools.on('Network.requestWillBeSent', ({ timestamp }) => {
      firstS = Math.min(firstS, timestamp);
    });
    devtools.on('Network.loadingFinished', ({ encodedDataLength, timestamp }) => {
      receivedBytes += encodedDataLength;
      lastS = Math.max(lastS, timestamp);
    });
    await slow.goto(`http://127.0.0.1:${port}/some/place/`);
    await slow.waitForSelector('html[data-ready]', { state: 'attached' });
    await context.close();
    await annotate(`${receivedBytes} bytes in ${(lastS - firstS).toFixed(2)} s at 1.5 Mbit/s and 40 ms`);
    // The count decides. The time is only printed, because the computer may be busy.
    expect(receivedBytes / BYTES_A_SECOND).toBeLessThan(3);
  });

  it('shows a picture of a watch and a sentence while it loads', async () => {
    const html = await readFile(join(folder, 'some/place/index.html'), 'utf8');
    expect(html).toContain('Loading the watch…');
  });

  it('opens again without a network', async () => {
    const { port } = host.address() as AddressInfo;
    const context = await browser.newContext();
    const visitor = await context.newPage();
    const address = `http://127.0.0.1:${port}/some/place/`;
    await visitor.goto(address);
    await visitor.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await visitor.goto(address);
    await visitor.waitForSelector('html[data-ready]', { state: 'attached' });
    expect(await visitor.evaluate(() => window.__simulation?.watch.page)).toBe('page/home/index.page');
    await context.close();
  });

  it('leads to the routine editor, which opens again without a network too', async () => {
    const { port } = host.address() as AddressInfo;
    const context = await browser.newContext();
    const visitor = await context.newPage();
    const asked = noteComplaints(visitor);
    await visitor.goto(`http://127.0.0.1:${port}/some/place/`);
    await visitor.evaluate(() => navigator.serviceWorker.ready);
    await visitor.getByRole('link', { name: EDITOR_LINK.text }).click();
    await visitor.locator('html[data-ready] #field\\/name').waitFor();
    await context.setOffline(true);
    await visitor.reload();
    await visitor.locator('html[data-ready] #field\\/name').waitFor();
    expect(asked).toEqual([]);
    await context.close();
  });

  it('says what to do if it is opened from the disk', async () => {
    const opened = await browser.newPage();
    await opened.goto(`file://${join(folder, 'some/place/index.html')}`);
    await opened.getByText('A browser does not run this page from the disk.').waitFor();
    await opened.close();
  });
});

describe('writing the demo', () => {
  it('empties no folder that holds something else', async () => {
    const mine = await mkdtemp(join(tmpdir(), 'iliacus-mine-'));
    await writeFile(join(mine, 'letter.txt'), 'dear');
    await expect(writeDemo({ outDir: mine })).rejects.toThrow('is not empty and does not contain a demo');
    expect(existsSync(join(mine, 'letter.txt'))).toBe(true);
    await rm(mine, { recursive: true });
  });
});
