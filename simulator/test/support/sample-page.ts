/** The simulator's page with the sample app, served and opened in a browser. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import type {} from '../../src/browser/page.ts';
import { launchChrome } from '../../src/chrome/launch.ts';
import { serveSimulator } from '../../src/serve/server.ts';
import { packSampleApp, SAMPLE_DEVICE, SAMPLE_WEB, type SampleApp } from './sample-app.ts';

export interface SamplePages {
  readonly sample: SampleApp;
  /**
   * Opens the page in a new browser context and waits until the app has started.
   * @param onComplaint called with each warning and error of the page
   */
  open(options: BrowserContextOptions, query?: string, onComplaint?: (text: string) => void): Promise<Page>;
  close(): Promise<void>;
}

/** Packs the sample and starts server and browser. */
export async function serveSample(): Promise<SamplePages> {
  const sample = await packSampleApp();
  const served = await serveSimulator({
    zabPath: sample.zpkPath,
    port: 0,
    quiet: true,
    fetchRules: SAMPLE_WEB,
  });
  const browser = await launchChrome();
  return {
    sample,
    async open(options, query = '', onComplaint = () => undefined) {
      const page = await (await browser.newContext(options)).newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') onComplaint(message.text());
      });
      page.on('pageerror', (error) => onComplaint(error.message));
      await page.goto(`${served.url}?device=${encodeURIComponent(SAMPLE_DEVICE)}${query}`);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      return page;
    },
    async close() {
      await browser.close();
      await served.close();
      await sample.remove();
    },
  };
}

/** Where a point of the glass is in the window of an open page, px. */
export async function placeOnGlass(
  page: Page,
  point: { x: number; y: number },
): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((of) => window.__placeOf?.(of), point);
  if (place === undefined) throw new Error('the watch is not on the page');
  return place;
}
