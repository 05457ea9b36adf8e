/** What the helper works in a minute, beside a launch of home: a watch ends a service that works too much [E69]. */
import { usedWatch } from '../../simulate/seeded-watch.ts';
import { firstPage, ourApp } from '../apps.ts';
import { COMMAND, follow, START, WHERE, workOf } from '../cost.ts';
import { countedEngine } from '../counted-engine.ts';
import { createMachine, type Machine } from '../machine.ts';
import type { Table } from '../table.ts';

const HELPER = 'app-service/helper';
/** Those of the default session, whose last ones are its march. */
const MINUTES = 6;

export async function helperTable(): Promise<Table> {
  const app = await ourApp();
  const machine = await createMachine(app, usedWatch(), await countedEngine());
  const home = { page: firstPage(app), param: '' };
  const launch = workOf(machine, () => {
    machine.startApp();
    follow(machine, home);
  }).instructions;
  machine.leavePage();
  follow(machine, START);
  // Beside a page that plays every cue, the helper reads what that has stored.
  const lit = await createMachine(app, machine.files(), await countedEngine());
  const begun = workOf(lit, () => lit.openPage(HELPER)).instructions;
  const beside = minutesOf(lit, () => followPage(machine, lit));
  // With the screen dark and the page gone, it plays and reports every cue.
  const begins = await createMachine(app, usedWatch());
  begins.startApp();
  follow(begins, home);
  begins.leavePage();
  follow(begins, START);
  begins.leavePage();
  const dark = await createMachine(app, begins.files(), await countedEngine());
  dark.call('darken');
  dark.openPage(HELPER);
  const alone = minutesOf(dark, () => {});
  const rows: readonly (readonly [what: string, instructions: number])[] = [
    ['a launch of home', launch],
    ['the helper, loaded', begun],
    ['beside a page that plays, its busiest minute', Math.max(...beside)],
    ['beside a page that plays, a minute on average', mean(beside)],
    ['alone, its busiest minute', Math.max(...alone)],
    ['alone, a minute on average', mean(alone)],
  ];
  return {
    name: 'work of the helper',
    command: COMMAND,
    compares: `the default session beside a launch of home; a service may work for 120 ms a minute [E69], which is 12 % of a launch that takes 1 s and 2 % of one that takes 6 s [E70]; ${WHERE}`,
    rows: rows.map(([what, instructions]) => ({
      what,
      'million instructions': Number((instructions / 1e6).toFixed(3)),
      '% of a launch': Number(((instructions / launch) * 100).toFixed(2)),
    })),
  };
}

/** What the helper does in each minute of the session. @param goOn what happens around it in each second */
function minutesOf(service: Machine, goOn: () => void): readonly number[] {
  const workOfTime = (ms: number): number => workOf(service, () => service.call('advance', ms)).instructions;
  // What the call itself costs is the bench's.
  const callWork = workOfTime(0);
  const second = (): number => {
    goOn();
    return workOfTime(1_000) - callWork;
  };
  return Array.from({ length: MINUTES }, () =>
    Array.from({ length: 60 }, second).reduce((sum, one) => sum + one, 0),
  );
}

/** The page lives for a second, and the service finds on its disk what the page has stored. */
function followPage(page: Machine, service: Machine): void {
  page.call('advance', 1_000);
  for (const [path, bytes] of page.files()) service.call('putFile', path, Buffer.from(bytes).toString('hex'));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
