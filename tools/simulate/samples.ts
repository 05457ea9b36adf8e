/**
 * `npm run samples -- FOLDER... [--allow RULE]... [--device NAME]...`: packs each app folder with the official packer, tries
 * it headless and in QuickJS on a round and a square watch, and prints what came of it.
 */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findDevice } from 'zepp-watch-simulator/engine/devices';
import { openPackage } from 'zepp-watch-simulator/engine/package';
import type { AppPackage, DeviceModel } from 'zepp-watch-simulator/engine/types';
import { type SmokeRun, smokeRun } from 'zepp-watch-simulator/quickjs/smoke-run';
import { packageAt } from './package-at.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Rules whose breaches are accepted; `error` accepts the app's own errors. */
    allow: { type: 'string', multiple: true, default: [] },
    device: { type: 'string', multiple: true, default: ['Balance 2', 'Bip 6'] },
    /** Prints each line that was done. */
    verbose: { type: 'boolean', default: false },
  },
});
const ACCEPT_ERRORS = 'error';
/** What the side service's requests are answered. */
const FETCH_RESPONSE = { status: 200, statusText: 'OK', headers: {}, body: {} };

try {
  process.exitCode = await trySamples();
} catch (error) {
  process.stderr.write(`samples: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function trySamples(): Promise<number> {
  if (positionals.length === 0) throw new Error('name one app folder or more');
  const devices = values.device.map(findDevice);
  let faults = 0;
  print(['app', 'model', 'loads', 'breaches', 'errors', 'equal', 'texts']);
  for (const folder of positionals) {
    const bytes = new Uint8Array(await readFile(await packageAt(folder)));
    for (const device of devices) {
      const app = appFor(bytes, device);
      if (app === null) print([nameOf(folder), device.name, 'skipped: the app has no target for this model']);
      else faults += await tryOn(folder, app, device);
    }
  }
  return faults === 0 ? 0 : 1;
}

/** Null where the package has nothing for the model. */
function appFor(bytes: Uint8Array, device: DeviceModel): AppPackage | null {
  try {
    return openPackage(bytes, device);
  } catch {
    return null;
  }
}

async function tryOn(folder: string, app: AppPackage, device: DeviceModel): Promise<number> {
  const allow = values.allow.filter((name) => name !== ACCEPT_ERRORS);
  const run = await smokeRun(app, device, { allow, fetchResponse: FETCH_RESPONSE });
  const { loads, breaches, errors, isEqual, texts } = run;
  const shown = texts.length > 4 ? `${texts.slice(0, 4).join(' | ')} | … ${texts.length}` : texts.join(' | ');
  const counts = [yesOrNo(loads), String(breaches.length), String(errors.length), yesOrNo(isEqual)];
  print([nameOf(folder), device.name, ...counts, shown.replace(/\s+/g, ' ')]);
  const complaints = [
    ...breaches.map((breach) => `${breach.rule}: ${breach.sentence}`),
    ...errors.map((error) => `error: ${error}`),
  ];
  for (const complaint of complaints) process.stdout.write(`    ${complaint}\n`);
  if (values.verbose) process.stdout.write(`${run.lines.map((line) => `    > ${line}`).join('\n')}\n`);
  return isFault(run) ? 1 : 0;
}

function isFault({ loads, breaches, errors, isEqual }: SmokeRun): boolean {
  const failed = errors.length > 0 && !values.allow.includes(ACCEPT_ERRORS);
  return !loads || !isEqual || breaches.length > 0 || failed;
}

/** `4.0/todo-list`: samples of two API levels have the same names. */
function nameOf(folder: string): string {
  const path = resolve(folder);
  return join(basename(dirname(path)), basename(path));
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'NO';
}

function print(cells: readonly string[]): void {
  const widths = [22, 12, 6, 9, 7, 6];
  process.stdout.write(
    `${cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join(' ')
      .trimEnd()}\n`,
  );
}
