/** Runs a script of verbs on an app, and prints what happened. */
import { readFile } from 'node:fs/promises';
import type { SimulationOptions } from '../engine/types.ts';
import { createScriptHost } from '../quickjs/script-host.ts';
import { printable } from './command-line.ts';

export interface ScriptRun {
  /** Path of the script. If it is left out, the app is launched and runs for one second. */
  readonly script?: string | undefined;
  /** Prints one JSON object instead of one line for each event. */
  readonly json?: boolean;
  /** Runs the app in this Node process, with everything that the process may do, instead of in QuickJS. */
  readonly isOwnApp?: boolean;
}

/**
 * Prints every event on stdout. Broken rules, errors of the app and a failure of the script go to stderr.
 * @returns the exit code: 1 if the app broke a documented rule or threw, or the script failed; else 0. Warnings do not count.
 */
export async function runScriptFile(
  options: SimulationOptions,
  { script, json = false, isOwnApp = false }: ScriptRun,
): Promise<number> {
  const host = await createScriptHost(options, isOwnApp);
  const text = script === undefined ? 'launch\nwait 1s' : await readFile(script, 'utf8');
  let fault: string | null = null;
  try {
    await host.run(text);
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error);
  }
  const { events, breaches } = host.result();
  if (json) {
    process.stdout.write(`${JSON.stringify({ device: options.device.name, fault, breaches, events })}\n`);
  } else {
    for (const event of events) {
      process.stdout.write(
        `${String(event.atMs).padStart(9)} ms  ${printable(event.type).padEnd(12)} ${printable(event.text)}\n`,
      );
    }
  }
  for (const { grade, rule, sentence, source } of breaches)
    process.stderr.write(
      `${grade === 'error' ? 'breach' : 'warning'}: ${printable(`${rule}: ${sentence} (${source})`)}\n`,
    );
  const errors = events.filter(({ type }) => type === 'error');
  for (const { text: said } of errors) process.stderr.write(`error of the app: ${printable(said)}\n`);
  if (fault !== null) process.stderr.write(`simulate: ${printable(fault)}\n`);
  const isBroken = breaches.some(({ grade }) => grade === 'error');
  return isBroken || errors.length > 0 || fault !== null ? 1 : 0;
}
