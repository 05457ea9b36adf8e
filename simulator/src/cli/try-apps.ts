/** Smoke-tests apps: does an app load, break a rule, or fail? And for the user's own app: is its log the same in Node? */
import { basename, dirname, join, resolve } from 'node:path';
import type { FetchRule } from '../engine/phone/fetch-rules.ts';
import { messageOf } from '../engine/runtime/format-value.ts';
import type { AppPackage, DeviceModel } from '../engine/types.ts';
import { smokeRun } from '../quickjs/smoke-run.ts';
import { openApp } from '../watch-simulator.ts';
import { printable } from './command-line.ts';

interface TryOptions {
  /** Rules whose breaches are accepted; `error` accepts the app's own errors. */
  readonly allow: readonly string[];
  /** Names of models; without them the app chooses one that it serves. */
  readonly device?: readonly string[];
  /** Prints each line that was run. */
  readonly verbose?: boolean;
  readonly ownApp?: boolean;
  readonly fetchRules?: readonly FetchRule[];
}

const ACCEPT_ERRORS = 'error';
/** The default rule, which answers every web request. */
const ANY_REQUEST: readonly FetchRule[] = [{ url: '*', body: {} }];
const COLUMN_WIDTHS = [22, 12, 6, 9, 7, 6];
const MOST_TEXTS_SHOWN = 4;

/**
 * Prints a row for each app and model. An app that cannot be opened gets a row with the reason, and the next one is tried. The exit code of
 * the process is 1 if any app has a fault.
 */
export async function tryApps(paths: readonly string[], options: TryOptions): Promise<void> {
  printRow('app', 'model', 'loads', 'breaches', 'errors', 'equal', 'texts');
  for (const path of paths) {
    for (const model of options.device ?? [undefined]) {
      try {
        const { app, device } = await openApp(path, model);
        if (!(await tryApp(path, app, device, options))) process.exitCode = 1;
      } catch (error) {
        printRow(nameOf(path), model ?? '-', `not opened: ${messageOf(error)}`);
        process.exitCode = 1;
      }
    }
  }
}

/** @returns true if nothing was found that was not allowed */
async function tryApp(
  folder: string,
  app: AppPackage,
  device: DeviceModel,
  { allow, verbose, ownApp = false, fetchRules = ANY_REQUEST }: TryOptions,
): Promise<boolean> {
  const rules = allow.filter((name) => name !== ACCEPT_ERRORS);
  const run = await smokeRun(app, device, {
    allow: rules,
    fetchRules,
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
  printRow(nameOf(folder), device.name, ...counts, `${shown}${rest}`);
  for (const { rule, sentence, grade } of breaches)
    process.stdout.write(
      `    ${grade === 'warning' ? 'warning: ' : ''}${printable(`${rule}: ${sentence}`)}\n`,
    );
  for (const error of errors) process.stdout.write(`    error: ${printable(error)}\n`);
  if (verbose === true) for (const line of run.lines) process.stdout.write(`    > ${printable(line)}\n`);
  const isFailed = errors.length > 0 && !allow.includes(ACCEPT_ERRORS);
  const isBroken = breaches.some(({ grade }) => grade === 'error');
  return loads && isEqual !== false && !isBroken && !isFailed;
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
  const line = cells.map((cell, at) => printable(cell).padEnd(COLUMN_WIDTHS[at] ?? 0)).join(' ');
  process.stdout.write(`${line.trimEnd()}\n`);
}
