/**
 * The engine alone in a browser: plays a script in virtual time and hands back what has become of it. Draws nothing and
 * lets no real time pass.
 */

import { drainBrowser } from '../engine/advance-time.ts';
import { arrivedOptions, type CrossedOptions, type Played, playedOf } from '../engine/host-transfer.ts';
import { createSimulation } from '../engine/simulation.ts';
import { runScript } from '../headless/script.ts';

export interface EngineDesk {
  /** `Played` as JSON: exactly what crosses out of the other bodies. */
  play(options: CrossedOptions, script: string): Promise<string>;
}

declare global {
  interface Window {
    __engine?: EngineDesk;
  }
}

window.__engine = {
  play: async (options, script) => {
    const sim = createSimulation(arrivedOptions(options));
    await runScript(script, sim, drainBrowser);
    const played: Played = playedOf(sim);
    return JSON.stringify(played);
  },
};
document.documentElement.dataset.ready = 'true';
