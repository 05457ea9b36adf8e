/** A simulation that a script drives and that gives plain data, for programs that run apps of all kinds. */
import { plainView, type RunResult, resultOf } from '../engine/host-transfer.ts';
import { createSimulation } from '../engine/simulation.ts';
import type { SimulationOptions, WatchView } from '../engine/types.ts';
import { runScript } from '../headless/script.ts';
import { createQuickJsHost } from './quickjs-host.ts';

export interface ScriptHost {
  /** Runs a script. @throws Error naming the line that failed */
  run(script: string): Promise<void> | void;
  /** What has happened so far. */
  result(): RunResult;
  /** What the watch shows. */
  view(): WatchView;
  uptimeMs(): number;
}

/**
 * Starts a simulation for a script: inside QuickJS, where an app by somebody else can reach nothing of the computer.
 * @param isOwnApp runs it in Node itself, which is quicker. An app can then read and write what this process can, so it must be your own
 */
export async function createScriptHost(options: SimulationOptions, isOwnApp = false): Promise<ScriptHost> {
  if (!isOwnApp) return createQuickJsHost(options);
  const sim = createSimulation(options);
  return {
    run: (script) => runScript(script, sim),
    result: () => resultOf(sim),
    view: () => plainView(sim.watch),
    uptimeMs: () => sim.uptimeMs,
  };
}
