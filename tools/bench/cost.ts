/** What the tables of cost have in common: which apps, from where to where, and how work is taken. */
import { cpuUsage } from 'node:process';
import type { AppPackage } from 'zepp-watch-simulator/engine/types';
import { firstPage } from './apps.ts';
import type { Work } from './counted-engine.ts';
import type { Machine } from './machine.ts';

export const OURS = 'Iliacus';
export const COMMAND = 'npm run bench -- cost';
export const WHERE = 'QuickJS 2020-07-05 (WebAssembly), bundles from source, a bare platform around them';

const SESSION = 'page/session/index.page';

export interface App {
  readonly name: string;
  readonly app: AppPackage;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * From the started app by one touch on home to the session page, the way the app itself goes.
 * @throws Error where the app goes elsewhere: another page would be measured in its place
 */
export function openSession(machine: Machine, app: AppPackage): void {
  machine.openPage(firstPage(app));
  machine.leavePage();
  machine.openPage('page/begin/index.page');
  machine.leavePage();
  machine.openPage(SESSION);
  const route = machine.call('route');
  if (route !== SESSION) throw new Error(`Start leads to ${route}, not to ${SESSION}`);
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
