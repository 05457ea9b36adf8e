/**
 * Runs an app without a script: launches it and taps what its first page shows, inside QuickJS. It reports what happened, and, for the
 * user's own app, whether Node has the same log.
 */
import { isDeepStrictEqual } from 'node:util';
import { deserializeOptions, type RunResult, resultOf, serializeOptions } from '../engine/host-transfer.ts';
import type { FetchRule } from '../engine/phone/fetch-rules.ts';
import { quoteWord } from '../engine/script/verb-syntax.ts';
import { createSimulation } from '../engine/simulation.ts';
import type { AppPackage, Breach, DeviceModel, SimulationOptions } from '../engine/types.ts';
import { widgetTexts } from '../engine/visible-texts.ts';
import { runScript } from '../headless/script.ts';
import { createQuickJsHost, type QuickJsHost } from './quickjs-host.ts';

/** The most texts of the first page that are tapped. */
const MOST_TAPS = 12;

export interface SmokeRunOptions {
  /** Rules whose breaches are accepted. */
  readonly allow?: readonly string[];
  /** See `SimulationOptions`. */
  readonly fetchRules?: readonly FetchRule[];
  /** Repeats the run in Node, where an app can read and write what this process can: for an app of your own alone. */
  readonly isOwnApp?: boolean;
}

/** What happened. */
interface Walkthrough {
  /** Whether the first page came up, or a dialog before it, and nothing was thrown on the way. */
  readonly loads: boolean;
  /** What the first page shows. */
  readonly texts: readonly string[];
  /** The steps, including those that failed. */
  readonly lines: readonly string[];
}

export interface SmokeRun extends Walkthrough {
  readonly breaches: readonly Breach[];
  readonly errors: readonly string[];
  /** Whether events, pulses, breaches and phone storage are the same in Node and in QuickJS; null if it did not run in Node. */
  readonly isEqual: boolean | null;
}

/** Explores the app and records each step. */
function walkThrough(host: QuickJsHost, hasSettings: boolean): Walkthrough {
  const lines: string[] = [];
  const go = (...steps: readonly string[]): void => {
    for (const step of steps) {
      lines.push(step);
      try {
        host.run(step);
      } catch {
        // A step may fail without a fault of the app: a text outside the screen cannot be tapped, for example.
      }
    }
  };
  go('launch', 'wait 2s');
  const { page: first, dialog, widgets } = host.view();
  const hasThrown = host.result().events.some(({ type }) => type === 'error');
  const loads = !hasThrown && (first !== null || dialog !== null);
  const texts = widgetTexts(widgets);
  if (hasSettings) go('settings-open', 'wait 1s');
  for (const text of Array.from(new Set(texts)).slice(0, MOST_TAPS)) {
    go(`tap-text ${quoteWord(text)}`, 'wait 2s');
    if (host.view().dialog !== null) go('permission allow', 'wait 1s');
    const { page } = host.view();
    if (page !== null && page !== first) go('key back click', 'wait 1s');
    if (host.view().page === null) go('launch', 'wait 1s');
  }
  go('swipe up', 'wait 1s', 'swipe down', 'wait 1s', 'crown 60', 'wait 30s');
  return { loads, texts, lines };
}

/** The result of the same steps in Node, as plain data. */
async function resultInNode(options: SimulationOptions, lines: readonly string[]): Promise<RunResult> {
  const sim = createSimulation(deserializeOptions(serializeOptions(options)));
  // A step that fails here failed in QuickJS as well, or else the comparison of the logs shows it.
  for (const line of lines) await runScript(line, sim).catch(() => undefined);
  return JSON.parse(JSON.stringify(resultOf(sim))) as RunResult;
}

/** Runs an app on one model. */
export async function smokeRun(
  app: AppPackage,
  device: DeviceModel,
  { isOwnApp = false, ...rest }: SmokeRunOptions = {},
): Promise<SmokeRun> {
  const options: SimulationOptions = { app, device, ...rest };
  const host = await createQuickJsHost(options);
  const walkthrough = walkThrough(host, app.manifest.module.setting !== undefined);
  const result = host.result();
  const errors = result.events.filter((event) => event.type === 'error').map((event) => event.text);
  const isEqual = isOwnApp ? isDeepStrictEqual(await resultInNode(options, walkthrough.lines), result) : null;
  return { ...walkthrough, breaches: result.breaches, errors, isEqual };
}
