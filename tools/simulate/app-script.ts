/** Runs a script of verbs on any app: a folder, a `.zab` or a `.zpk`; on Iliacus if no path is given. */
import { readFile } from 'node:fs/promises';
import { findDevice } from 'zepp-watch-simulator/engine/devices';
import { loadApp } from 'zepp-watch-simulator/headless/load-app';
import { createScriptHost } from 'zepp-watch-simulator/quickjs/script-host';
import { ensureBuilt } from '../package/build.ts';
import { printable } from '../shared/command-line.ts';
import { allowingWatch } from './seeded-watch.ts';

export interface AppScript {
  readonly path: string | undefined;
  readonly device: string;
  readonly json: boolean;
  /** A script file; without one the app is launched and given a second. */
  readonly script: string | undefined;
  /** Rules whose breaches are accepted. */
  readonly allow: readonly string[];
  /** Runs the app at the path in Node, as Iliacus itself. */
  readonly ownApp: boolean;
}

/**
 * Prints every event on stdout, and each breach of a platform rule and the failure of the script on stderr.
 * @returns the exit code: 1 if there was any of the latter
 */
export async function runAppScript(order: AppScript): Promise<number> {
  const device = findDevice(order.device);
  const own = order.path === undefined;
  const app = await loadApp(order.path ?? (await ensureBuilt()).simulatorZab, device);
  // The same watch as in `npm start`, so that a script that was recorded there runs here.
  const past = own ? allowingWatch() : {};
  const host = await createScriptHost({ app, device, allow: order.allow, ...past }, own || order.ownApp);
  const text = order.script === undefined ? 'launch\nwait 1s' : await readFile(order.script, 'utf8');
  let fault: string | null = null;
  try {
    await host.run(text);
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error);
  }
  const { events, breaches } = host.result();
  if (order.json) {
    process.stdout.write(`${JSON.stringify({ device: device.name, fault, breaches, events })}\n`);
  } else {
    for (const event of events) {
      process.stdout.write(
        `${String(event.atMs).padStart(9)} ms  ${event.type.padEnd(12)} ${printable(event.text)}\n`,
      );
    }
  }
  for (const breach of breaches) {
    process.stderr.write(`breach: ${breach.rule}: ${breach.sentence} (${breach.source})\n`);
  }
  if (fault !== null) process.stderr.write(`simulate: ${printable(fault)}\n`);
  return breaches.length > 0 || fault !== null ? 1 : 0;
}
