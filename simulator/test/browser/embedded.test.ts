/** Another page beside the simulator's, with a link to it, and a watch within it. */
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChrome } from '../../src/chrome/launch.ts';
import type { PageServer } from '../../src/serve/page-server.ts';
import { serveSimulator } from '../../src/serve/server.ts';
import { packSampleApp, type SampleApp } from '../support/sample-app.ts';

const HTML = `<!doctype html><title>Mine</title><script type="module" src="./mine.js"></script>
<div id="stage"><canvas id="watch"></canvas></div>
${['strip', 'phone', 'time', 'breaches'].map((id) => `<section id="${id}"></section>`).join('')}`;
const SCRIPT = `import { openEmbedded } from '../../src/browser/embedded.ts';
const session = await openEmbedded();
await session.perform({ verb: 'launch' });
await session.clock.skip(1000);`;

let sample: SampleApp;
let served: PageServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  sample = await packSampleApp();
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  served = await serveSimulator({
    zabPath: sample.zpkPath,
    port: 0,
    quiet: true,
    links: [{ text: 'My own page', address: './mine.html' }],
    besides: new Map([
      ['mine.html', new TextEncoder().encode(HTML)],
      ['mine.js', outputFiles[0]?.contents ?? new Uint8Array()],
    ]),
  });
  browser = await launchChrome();
  page = await browser.newPage();
  await page.goto(served.url);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  await sample?.remove();
});

it('a page beside the simulator’s is linked in its header, and shows the same app on its own watch', async () => {
  await page.getByRole('link', { name: 'My own page' }).click();
  await page.waitForFunction(() =>
    document.querySelector('#watch')?.getAttribute('aria-label')?.includes('count 0'),
  );
  expect(await page.title()).toBe('Mine');
});
