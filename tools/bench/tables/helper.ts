/** What the helper works in a minute, beside a launch of home: a watch ends a service that works too much [E69]. */
import { usedWatch } from '../../simulate/seeded-watch.ts';
import { firstPage, ourApp } from '../apps.ts';
import { COMMAND, follow, START, WHERE, workOf } from '../cost.ts';
import { countedEngine } from '../counted-engine.ts';
import { createMachine } from '../machine.ts';
import type { Table } from '../table.ts';

const HELPER = 'app-service/helper';
const MINUTE_MS = 60_000;
/** Longer than the default session, whose last minutes are its march, the busiest there is. */
const MINUTES = 11;

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
  machine.leavePage();
  // From here on the screen is dark and the page gone, so that the helper plays and reports every cue.
  const service = await createMachine(app, machine.files(), await countedEngine());
  service.call('darken');
  const begun = workOf(service, () => service.openPage(HELPER)).instructions;
  const minutes = Array.from(
    { length: MINUTES },
    () => workOf(service, () => service.call('advance', MINUTE_MS)).instructions,
  );
  const rows: readonly (readonly [what: string, instructions: number])[] = [
    ['a launch of home', launch],
    ['the helper, loaded', begun],
    ['the helper, its busiest minute', Math.max(...minutes)],
    ['the helper, a minute on average', minutes.reduce((sum, one) => sum + one, 0) / MINUTES],
  ];
  return {
    name: 'work of the helper',
    command: COMMAND,
    compares: `the default session guided by the helper alone in the dark, beside a launch of home; a service may work for 120 ms a minute [E69], which is 2 % of a launch that takes 6 s [E70]; ${WHERE}`,
    rows: rows.map(([what, instructions]) => ({
      what,
      'million instructions': Number((instructions / 1e6).toFixed(3)),
      '% of a launch': Number(((instructions / launch) * 100).toFixed(2)),
    })),
  };
}
