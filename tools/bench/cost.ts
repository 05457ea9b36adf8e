/** What the tables of the benchmark `cost` share. */
import { cpuUsage } from 'node:process';
import type { AppPackage } from 'zepp-watch-simulator';
import { firstPage } from './apps.ts';
import type { Work } from './counted-engine.ts';
import type { Machine, Route } from './machine.ts';

export const OURS = 'Iliacus';
export const COMMAND = 'npm run bench -- cost';
export const WHERE = 'QuickJS 2020-07-05 (WebAssembly), bundles from source, a bare platform around them';

/** What a touch on Start opens. */
export const START: Route = {
  page: 'page/session/index.page',
  param: JSON.stringify({ page: 'session', isStart: true, askedAtMs: 1_800_000_000_000 }),
};
/** What an alarm of the app opens. */
export const ALARM: Route = { page: 'page/session/index.page', param: '' };

const SESSION = 'page/session/index.page';
const MOST_PAGES = 10;

export interface App {
  readonly name: string;
  readonly app: AppPackage;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Opens a page, and each page that the app asks for while one is built, and stays on the last.
 *
 * @returns the name of every page opened, in order
 */
export function follow(machine: Machine, first: Route): readonly string[] {
  const opened: string[] = [];
  let { page, param } = first;
  while (opened.length < MOST_PAGES) {
    machine.takeRoute();
    machine.openPage(page, param);
    // A page may wait for its first turn before it goes on.
    machine.call('advance', 1);
    opened.push(page);
    const next = machine.takeRoute();
    if (next.page === '') break;
    machine.leavePage();
    ({ page, param } = next);
  }
  return opened;
}

/**
 * Goes from the started app over home to the session page, the way that a touch on Start goes.
 * @throws Error if the app goes elsewhere: another page would be measured in its place
 */
export function openSession(machine: Machine, app: AppPackage): void {
  machine.openPage(firstPage(app));
  machine.leavePage();
  const last = follow(machine, START).at(-1);
  if (last !== SESSION) throw new Error(`Start leads to ${last}, not to ${SESSION}`);
}

/** Time that the processor has given this process: another's turn between two looks counts for nothing. */
export function cpuMs(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}

/** What the engine does while `act` runs. @throws Error for a machine that was made without counters */
export function workOf(machine: Machine, act: () => void): Work {
  const before = machine.work();
  act();
  const after = machine.work();
  return {
    instructions: after.instructions - before.instructions,
    allocations: after.allocations - before.allocations,
  };
}
