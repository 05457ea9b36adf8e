/**
 * Tries an app that nobody has written a script for: launches it, touches what its first page shows, and plays exactly
 * that again in QuickJS. Judges nothing beyond whether the two logs are equal.
 */
import { isDeepStrictEqual } from 'node:util';
import { deserializeOptions, resultOf, serializeOptions } from '../engine/host-transfer.ts';
import { quoteWord } from '../engine/script/verb-syntax.ts';
import { createSimulation } from '../engine/simulation.ts';
import type { AppPackage, Breach, DeviceModel, Simulation, SimulationOptions } from '../engine/types.ts';
import { widgetTexts } from '../engine/visible-texts.ts';
import { runScript } from '../headless/script.ts';
import { createQuickJsHost } from './quickjs-host.ts';

/** Texts of the first page that are touched. */
const MOST_TOUCHES = 12;

export interface SmokeRunOptions {
  readonly allow?: readonly string[];
  /** What every `fetch` of the side service is answered; without it, fetch is refused by name. */
  readonly fetchResponse?: unknown;
}

export interface SmokeRun {
  /** Its first page came up, or a dialog before it. */
  readonly loads: boolean;
  /** What the first page shows. */
  readonly texts: readonly string[];
  readonly breaches: readonly Breach[];
  readonly errors: readonly string[];
  /** Events, pulses, breaches and phone storage are the same in Node and in QuickJS. */
  readonly isEqual: boolean;
  /** What was done, line by line; a line that could not be done is among them. */
  readonly lines: readonly string[];
}

interface Tour {
  readonly loads: boolean;
  readonly texts: readonly string[];
  readonly lines: readonly string[];
}

/** Goes through the app and writes down each step. */
async function tourOf(sim: Simulation, hasSettings: boolean): Promise<Tour> {
  const lines: string[] = [];
  const go = async (...steps: readonly string[]): Promise<void> => {
    for (const step of steps) {
      lines.push(step);
      // A text that lies outside the glass cannot be touched, say: no fault of the app.
      await runScript(step, sim).catch(() => undefined);
    }
  };
  await go('launch', 'wait 2s');
  const first = sim.watch.page;
  const loads = first !== null || sim.watch.dialog !== null;
  const texts = widgetTexts(sim.watch.widgets);
  if (hasSettings) await go('settings-open', 'wait 1s');
  for (const text of Array.from(new Set(texts)).slice(0, MOST_TOUCHES)) {
    await go(`tap-text ${quoteWord(text)}`, 'wait 2s');
    if (sim.watch.dialog !== null) await go('permission allow', 'wait 1s');
    if (sim.watch.page !== null && sim.watch.page !== first) await go('key back click', 'wait 1s');
    if (sim.watch.page === null) await go('launch', 'wait 1s');
  }
  await go('swipe up', 'wait 1s', 'swipe down', 'wait 1s', 'crown 60', 'wait 30s');
  return { loads, texts, lines };
}

async function inQuickJs(options: SimulationOptions, lines: readonly string[], fetchResponse: unknown) {
  const body = await createQuickJsHost(options, fetchResponse);
  for (const line of lines) {
    try {
      body.run(line);
    } catch {
      // Refused as it was in Node; the logs are compared.
    }
  }
  return body.played();
}

/** Tries an app on one model, in Node and in QuickJS. */
export async function smokeRun(
  app: AppPackage,
  device: DeviceModel,
  { allow = [], fetchResponse }: SmokeRunOptions = {},
): Promise<SmokeRun> {
  const options: SimulationOptions = { app, device, allow };
  const sim = createSimulation(deserializeOptions(serializeOptions(options, fetchResponse)));
  const tour = await tourOf(sim, app.manifest.module.setting !== undefined);
  const inNode: unknown = JSON.parse(JSON.stringify(resultOf(sim)));
  const errors = sim.events.filter((event) => event.type === 'error').map((event) => event.text);
  const isEqual = isDeepStrictEqual(inNode, await inQuickJs(options, tour.lines, fetchResponse));
  return { ...tour, breaches: sim.breaches, errors, isEqual };
}
