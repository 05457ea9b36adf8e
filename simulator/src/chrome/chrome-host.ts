/**
 * The engine and an app inside Chromium, without the page round it: the same scripts and the same log as in Node and
 * QuickJS. One browser for any number of simulations.
 */

import { crossedOptions, type Played } from '../engine/host-transfer.ts';
import type { SimulationOptions } from '../engine/types.ts';
import { servePage } from '../serve/page-server.ts';
import { launchChrome } from './launch.ts';

/** Any port will do: the page is nobody's business but this program's. */
const FIRST_PORT = 4980;

export interface ChromeBody {
  /**
   * Plays a script on a fresh simulation. `options.fetch` does not cross: `webAnswer` is what every fetch is answered.
   * @throws Error naming the line of the script that failed
   */
  play(options: SimulationOptions, script: string, webAnswer?: unknown): Promise<Played>;
  close(): Promise<void>;
}

/** Opens the browser; close it when done. */
export async function openChromeBody(): Promise<ChromeBody> {
  const server = await servePage(FIRST_PORT);
  const browser = await launchChrome();
  const page = await browser.newPage();
  await page.goto(`${server.url}host.html`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return {
    play: async (options, script, webAnswer) => {
      const json = await page.evaluate(
        ([given, lines]) => {
          if (window.__engine === undefined) throw new Error('the engine page is not ready');
          return window.__engine.play(given, lines);
        },
        [crossedOptions(options, webAnswer), script] as const,
      );
      return JSON.parse(json) as Played;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
