/**
 * The engine alone in a browser: plays a script in virtual time and hands back what has become of it. Draws nothing and
 * lets no real time pass.
 */

import { drainBrowser } from '../engine/advance-time.ts';
import {
  deserializeOptions,
  type RunResult,
  resultOf,
  type SerializedOptions,
} from '../engine/host-transfer.ts';
import { createSimulation } from '../engine/simulation.ts';
import { runScript } from '../headless/script.ts';

export interface HostPageApi {
  /** `RunResult` as JSON: exactly what crosses out of the other bodies. */
  play(options: SerializedOptions, script: string): Promise<string>;
}

declare global {
  interface Window {
    __host?: HostPageApi;
  }
}

window.__host = {
  play: async (options, script) => {
    const sim = createSimulation(deserializeOptions(options));
    await runScript(script, sim, drainBrowser);
    const played: RunResult = resultOf(sim);
    return JSON.stringify(played);
  },
};
document.documentElement.dataset.ready = 'true';
