/**
 * The engine and an app inside Chromium, without the page round it: the same scripts and the same log as in Node and
 * QuickJS. One browser for any number of simulations.
 */

import { type RunResult, serializeOptions } from '../engine/host-transfer.ts';
import type { SimulationOptions } from '../engine/types.ts';
import { servePage } from '../serve/page-server.ts';
import { launchChrome } from './launch.ts';

/** Any port will do: the page is nobody's business but this program's. */
const FIRST_PORT = 4980;

export interface ChromeHost {
  /**
   * Plays a script on a fresh simulation. `options.fetch` does not cross: `fetchResponse` is what every fetch is answered.
   * @throws Error naming the line of the script that failed
   */
  play(options: SimulationOptions, script: string, fetchResponse?: unknown): Promise<RunResult>;
  close(): Promise<void>;
}

/** Opens the browser; close it when done. */
export async function openChromeHost(): Promise<ChromeHost> {
  const server = await servePage(FIRST_PORT);
  const browser = await launchChrome();
  const page = await browser.newPage();
  await page.goto(`${server.url}host.html`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return {
    play: async (options, script, fetchResponse) => {
      const json = await page.evaluate(
        ([given, lines]) => {
          if (window.__host === undefined) throw new Error('the engine page is not ready');
          return window.__host.play(given, lines);
        },
        [serializeOptions(options, fetchResponse), script] as const,
      );
      return JSON.parse(json) as RunResult;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
