/**
 * Runs the engine and an app inside Chromium, without the page around it: the same scripts and the same log as in Node and
 * QuickJS. One browser serves any number of simulations.
 */
import { type RunResult, serializeOptions } from '../engine/host-transfer.ts';
import type { SimulationOptions } from '../engine/types.ts';
import { openPage } from './open-page.ts';

/** A browser in which simulations run. */
export interface ChromeHost {
  /**
   * Runs a script on a new simulation.
   * @throws Error naming the line of the script that failed
   */
  run(options: SimulationOptions, script: string): Promise<RunResult>;
  close(): Promise<void>;
}

/** Opens the browser; close it when done. */
export async function openChromeHost(): Promise<ChromeHost> {
  const { page, close } = await openPage('host');
  return {
    run: async (options, script) => {
      const json = await page.evaluate(
        ([given, steps]) => {
          if (window.__host === undefined) throw new Error('the host page is not ready');
          return window.__host.run(given, steps);
        },
        [serializeOptions(options), script] as const,
      );
      return JSON.parse(json) as RunResult;
    },
    close,
  };
}
