/**
 * Runs an app without a script: launches it, taps what its first page shows, and repeats exactly that in QuickJS. It reports
 * what happened, and whether both hosts have the same log.
 */
import { isDeepStrictEqual } from 'node:util';
import { deserializeOptions, type RunResult, resultOf, serializeOptions } from '../engine/host-transfer.ts';
import { quoteWord } from '../engine/script/verb-syntax.ts';
import { createSimulation } from '../engine/simulation.ts';
import type { AppPackage, Breach, DeviceModel, Simulation, SimulationOptions } from '../engine/types.ts';
import { widgetTexts } from '../engine/visible-texts.ts';
import { runScript } from '../headless/script.ts';
import { createQuickJsHost } from './quickjs-host.ts';

/** How many texts of the first page are tapped at most. */
const MOST_TAPS = 12;

export interface SmokeRunOptions {
  /** Rules whose breaches are accepted. */
  readonly allow?: readonly string[];
  /** The response to every `fetch` of the side service. Without it, fetch is refused by name. */
  readonly fetchResponse?: unknown;
}

/** What happened in Node. */
interface Walkthrough {
  /** Whether the first page came up, or a dialog before it. */
  readonly loads: boolean;
  /** What the first page shows. */
  readonly texts: readonly string[];
  /** The steps, those that failed among them. */
  readonly lines: readonly string[];
}

export interface SmokeRun extends Walkthrough {
  readonly breaches: readonly Breach[];
  readonly errors: readonly string[];
  /** Whether events, pulses, breaches and phone storage are the same in Node and in QuickJS. */
  readonly isEqual: boolean;
}

/** Goes through the app and writes each step down. */
async function walkThrough(sim: Simulation, hasSettings: boolean): Promise<Walkthrough> {
  const lines: string[] = [];
  const go = async (...steps: readonly string[]): Promise<void> => {
    for (const step of steps) {
      lines.push(step);
      // A step may fail without a fault of the app: a text outside the screen cannot be tapped, for example.
      await runScript(step, sim).catch(() => undefined);
    }
  };
  await go('launch', 'wait 2s');
  const first = sim.watch.page;
  const loads = first !== null || sim.watch.dialog !== null;
  const texts = widgetTexts(sim.watch.widgets);
  if (hasSettings) await go('settings-open', 'wait 1s');
  for (const text of Array.from(new Set(texts)).slice(0, MOST_TAPS)) {
    await go(`tap-text ${quoteWord(text)}`, 'wait 2s');
    if (sim.watch.dialog !== null) await go('permission allow', 'wait 1s');
    if (sim.watch.page !== null && sim.watch.page !== first) await go('key back click', 'wait 1s');
    if (sim.watch.page === null) await go('launch', 'wait 1s');
  }
  await go('swipe up', 'wait 1s', 'swipe down', 'wait 1s', 'crown 60', 'wait 30s');
  return { loads, texts, lines };
}

async function resultInQuickJs(
  options: SimulationOptions,
  lines: readonly string[],
  fetchResponse: unknown,
): Promise<RunResult> {
  const host = await createQuickJsHost(options, fetchResponse);
  for (const line of lines) {
    try {
      host.run(line);
    } catch {
      // The step failed in Node as well, or the comparison of the logs tells.
    }
  }
  return host.result();
}

/** Runs an app on one model, in Node and in QuickJS. */
export async function smokeRun(
  app: AppPackage,
  device: DeviceModel,
  { allow = [], fetchResponse }: SmokeRunOptions = {},
): Promise<SmokeRun> {
  const options: SimulationOptions = { app, device, allow };
  const sim = createSimulation(deserializeOptions(serializeOptions(options, fetchResponse)));
  const walkthrough = await walkThrough(sim, app.manifest.module.setting !== undefined);
  const inNode: unknown = JSON.parse(JSON.stringify(resultOf(sim)));
  const errors = sim.events.filter((event) => event.type === 'error').map((event) => event.text);
  const inQuickJs = await resultInQuickJs(options, walkthrough.lines, fetchResponse);
  return { ...walkthrough, breaches: sim.breaches, errors, isEqual: isDeepStrictEqual(inNode, inQuickJs) };
}
