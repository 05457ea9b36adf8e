/** Opens one of the simulator's own pages in a headless browser, for programs that draw or run something in it. */
import type { Page } from 'playwright-core';
import type { PageName } from '../serve/page-files.ts';
import { servePage } from '../serve/page-server.ts';
import { launchChrome } from './launch.ts';

/** A page in a browser of its own. */
export interface OpenPage {
  readonly page: Page;
  /** Closes the browser and the server. */
  close(): Promise<void>;
}

/** Opens a page and waits until its scripts have run. */
export async function openPage(name: PageName): Promise<OpenPage> {
  const server = await servePage(0, name);
  const browser = await launchChrome();
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return {
    page,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
