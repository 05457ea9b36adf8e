/** Opens one of the simulator's own pages in a headless browser, for programs that draw or run something in it. */
import type { Page } from 'playwright-core';
import { servePage } from '../serve/page-server.ts';
import { launchChrome } from './launch.ts';

/** The page is for one program only, so that any free port from here on will do. */
const FIRST_PORT = 4880;

/** A page in a browser of its own. */
export interface OpenPage {
  readonly page: Page;
  /** Closes the browser and the server. */
  close(): Promise<void>;
}

/** Opens a page, such as `renderer.html`, and waits until its scripts have run. */
export async function openPage(path: string): Promise<OpenPage> {
  const server = await servePage(FIRST_PORT);
  const browser = await launchChrome();
  const page = await browser.newPage();
  await page.goto(`${server.url}${path}`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return {
    page,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
