/** The packed app in a real browser: what `npm start` opens, one click on Start, and hands off. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from 'zepp-watch-simulator/browser/page';
import { launchChrome } from 'zepp-watch-simulator/chrome/launch';
import type { PageServer } from 'zepp-watch-simulator/serve/page-server';
import { serveSimulator } from 'zepp-watch-simulator/serve/server';
import { ensureBuilt } from '../../tools/package/build.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';

let served: PageServer;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  const { simulatorZab } = await ensureBuilt({ isQuiet: true });
  served = await serveSimulator({ zabPath: simulatorZab, files: usedWatch(), port: 4790, quiet: true });
  browser = await launchChrome();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(served.url);
  await page.waitForSelector('html[data-ready]');
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Clicks on the glass where the watch shows a button with this text. */
async function press(text: string): Promise<void> {
  const place = await page.evaluate((wanted) => {
    const { watch, device } = window.__simulation ?? {};
    const found = watch?.widgets.find((widget) => widget.kind === 'BUTTON' && widget.props.text === wanted);
    if (found === undefined || device === undefined) return null;
    const { x, y, w, h } = found.props as { x: number; y: number; w: number; h: number };
    return { x: (x + w / 2) / device.width, y: (y + h / 2) / device.height };
  }, text);
  if (place === null) throw new Error(`no button "${text}" on the glass`);
  const box = await page.locator('#watch').boundingBox();
  if (box === null) throw new Error('the watch is not on the page');
  // The glass lies in the middle of its case, which takes a tenth of the picture; a button is larger than the error.
  const sidePx = Math.min(box.width, box.height) * 0.9;
  await page.mouse.click(
    box.x + box.width / 2 + (place.x - 0.5) * sidePx,
    box.y + box.height / 2 + (place.y - 0.5) * sidePx,
  );
}

describe('a session in the browser', () => {
  it('plays to its end after one click on Start and appears on the phone page', async () => {
    expect(await page.locator('#settings').innerText()).toContain('No session yet');
    await press('Start');
    await page.locator('[data-speed="60"]').click();
    await page.waitForFunction(
      () => window.__simulation?.watch.page === 'page/summary/index.page',
      undefined,
      {
        timeout: 50_000,
      },
    );
    await page.locator('#settings').getByText('9 min').first().click({ timeout: 10_000 });
    await page.locator('#settings', { hasText: '75 s' }).waitFor({ timeout: 10_000 });
    const listed = await page.locator('#settings').innerText();
    expect(listed.match(/: 75 s, guided to the end/g)).toHaveLength(4);
    expect(listed).toContain('March: 10 lifts');
  });

  it('breaks no rule of the platform and makes no complaint on the console', async () => {
    const breaches = await page.evaluate(() => window.__simulation?.breaches);
    expect(breaches).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
