/** The engine alone in a browser: runs a script in virtual time and returns the result. Draws nothing. */
import { drainBrowser } from '../engine/advance-time.ts';
import { deserializeOptions, resultOf, type SerializedOptions } from '../engine/host-transfer.ts';
import { createSimulation } from '../engine/simulation.ts';
import { runScript } from '../headless/script.ts';

export interface HostPageApi {
  /** Resolves with a `RunResult` as JSON, as in the other hosts. */
  run(options: SerializedOptions, script: string): Promise<string>;
}

declare global {
  interface Window {
    __host?: HostPageApi;
  }
}

window.__host = {
  run: async (options, script) => {
    const sim = createSimulation(deserializeOptions(options));
    await runScript(script, sim, drainBrowser);
    return JSON.stringify(resultOf(sim));
  },
};
document.documentElement.dataset.ready = 'true';
