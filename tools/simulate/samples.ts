/** Smoke runs of other apps: does an app load, break a rule, or fail, and for an app of one's own, is its log the same in Node? */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { findDevice } from 'zepp-watch-simulator/engine/devices';
import { openPackage } from 'zepp-watch-simulator/engine/package';
import type { AppPackage, DeviceModel } from 'zepp-watch-simulator/engine/types';
import { smokeRun } from 'zepp-watch-simulator/quickjs/smoke-run';
import { printable } from '../shared/command-line.ts';
import { packageAt } from './package-at.ts';

interface SampleOptions {
  /** Rules whose breaches are accepted; `error` accepts the app's own errors. */
  readonly allow: readonly string[];
  readonly device?: readonly string[];
  /** Prints each line that was run. */
  readonly verbose?: boolean;
  readonly ownApp?: boolean;
}

/** A round and a square watch. */
const DEFAULT_MODELS = ['Balance 2', 'Bip 6'];
const ACCEPT_ERRORS = 'error';
/** Answer to every web request of a side service. */
const FETCH_RESPONSE = { status: 200, statusText: 'OK', headers: {}, body: {} };
const COLUMN_WIDTHS = [22, 12, 6, 9, 7, 6];
const MOST_TEXTS_SHOWN = 4;

/** Prints a row for each app and model; the exit code of the process is 1 if any of them has a fault. */
export async function trySamples(folders: readonly string[], options: SampleOptions): Promise<void> {
  const devices = (options.device ?? DEFAULT_MODELS).map(findDevice);
  printRow('app', 'model', 'loads', 'breaches', 'errors', 'equal', 'texts');
  for (const folder of folders) {
    const bytes = new Uint8Array(await readFile(await packageAt(folder)));
    for (const device of devices) {
      const app = openFor(bytes, device);
      if (app === null)
        printRow(nameOf(folder), device.name, 'skipped: the app has no target for this model');
      else if (!(await trySample(folder, app, device, options))) process.exitCode = 1;
    }
  }
}

/** Null if the package has nothing for the model. */
function openFor(bytes: Uint8Array, device: DeviceModel): AppPackage | null {
  try {
    return openPackage(bytes, device);
  } catch {
    return null;
  }
}

/** @returns true if nothing was found that was not allowed */
async function trySample(
  folder: string,
  app: AppPackage,
  device: DeviceModel,
  { allow, verbose, ownApp = false }: SampleOptions,
): Promise<boolean> {
  const rules = allow.filter((name) => name !== ACCEPT_ERRORS);
  const run = await smokeRun(app, device, {
    allow: rules,
    fetchResponse: FETCH_RESPONSE,
    isOwnApp: ownApp,
  });
  const { loads, breaches, errors, isEqual, texts } = run;
  const shown = texts.slice(0, MOST_TEXTS_SHOWN).join(' | ');
  const rest = texts.length > MOST_TEXTS_SHOWN ? ` | … ${texts.length}` : '';
  const counts = [
    yesOrNo(loads),
    String(breaches.length),
    String(errors.length),
    isEqual === null ? '-' : yesOrNo(isEqual),
  ];
  printRow(nameOf(folder), device.name, ...counts, printable(`${shown}${rest}`));
  for (const { rule, sentence } of breaches) process.stdout.write(`    ${rule}: ${sentence}\n`);
  for (const error of errors) process.stdout.write(`    error: ${printable(error)}\n`);
  if (verbose === true) for (const line of run.lines) process.stdout.write(`    > ${printable(line)}\n`);
  const isFailed = errors.length > 0 && !allow.includes(ACCEPT_ERRORS);
  return loads && isEqual !== false && breaches.length === 0 && !isFailed;
}

/** `4.0/todo-list`: samples of two API levels have the same names. */
function nameOf(folder: string): string {
  const path = resolve(folder);
  return join(basename(dirname(path)), basename(path));
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'NO';
}

function printRow(...cells: readonly string[]): void {
  const line = cells.map((cell, at) => cell.padEnd(COLUMN_WIDTHS[at] ?? 0)).join(' ');
  process.stdout.write(`${line.trimEnd()}\n`);
}
