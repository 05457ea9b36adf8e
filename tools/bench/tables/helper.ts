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

interface Minute {
  /** Instructions of the helper and of the platform that the bench puts under it. */
  readonly instructions: number;
  /** Those of the platform. */
  readonly platform: number;
}

/** A helper's service on two machines that do the same: one only counts, the other also tells the platform's work apart. */
interface Service {
  readonly machine: Machine;
  readonly told: Machine;
}

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
  const create = async (isTold: boolean): Promise<Machine> =>
    createMachine(app, machine.files(), await countedEngine(), isTold);
  // Beside a page that plays every cue, the helper reads what that has stored.
  const lit: Service = { machine: await create(false), told: await create(true) };
  const begun = workOf(lit.machine, () => lit.machine.openPage(HELPER)).instructions;
  lit.told.openPage(HELPER);
  const beside = minutesOf(lit, () => followPage(machine, lit));
  // With the screen dark and the page gone, it plays and reports every cue.
  const begins = await createMachine(app, usedWatch());
  begins.startApp();
  follow(begins, home);
  begins.leavePage();
  follow(begins, START);
  begins.leavePage();
  const createDark = async (isTold: boolean): Promise<Machine> => {
    const dark = await createMachine(app, begins.files(), await countedEngine(), isTold);
    dark.call('darken');
    dark.openPage(HELPER);
    return dark;
  };
  const alone = minutesOf({ machine: await createDark(false), told: await createDark(true) }, () => {});
  const percent = (instructions: number): number => Number(((instructions / launch) * 100).toFixed(2));
  const rowOf = (what: string, instructions: number, platform: number | null) => ({
    what,
    'million instructions': Number((instructions / 1e6).toFixed(3)),
    '% of a launch': percent(instructions),
    'of it the platform of the bench, %': platform === null ? '-' : percent(platform),
    "the helper's own, %": platform === null ? '-' : percent(instructions - platform),
  });
  const minuteRow = (what: string, minute: Minute) => rowOf(what, minute.instructions, minute.platform);
  return {
    name: 'work of the helper',
    command: COMMAND,
    compares: `the default session beside a launch of home; a service may work for 120 ms a minute [E69], which is 12 % of a launch that takes 1 s and 2 % of one that takes 6 s [E70]; the platform's part is its files and timers; ${WHERE}`,
    rows: [
      rowOf('a launch of home', launch, null),
      rowOf('the helper, loaded', begun, null),
      minuteRow('beside a page that plays, its busiest minute', busiest(beside)),
      minuteRow('beside a page that plays, a minute on average', mean(beside)),
      minuteRow('alone, its busiest minute', busiest(alone)),
      minuteRow('alone, a minute on average', mean(alone)),
    ],
  };
}

/** What the helper does in each minute of the session. @param goOn what happens around it in each second */
function minutesOf({ machine, told }: Service, goOn: () => void): readonly Minute[] {
  const workOfTime = (ms: number): number => workOf(machine, () => machine.call('advance', ms)).instructions;
  const platformOf = (act: () => void): number => {
    const before = told.platformInstructions();
    act();
    return told.platformInstructions() - before;
  };
  // What the call itself costs is the bench's, and so is the telling.
  const callWork = workOfTime(0);
  const callPlatform = platformOf(() => told.call('advance', 0));
  const telling = platformOf(() => told.call('idle'));
  const second = (): Minute => {
    goOn();
    const uses = told.platformUses();
    const platform = platformOf(() => told.call('advance', 1_000)) - callPlatform;
    return {
      instructions: workOfTime(1_000) - callWork,
      platform: platform - (told.platformUses() - uses - 1) * telling,
    };
  };
  return Array.from({ length: MINUTES }, () => {
    const seconds = Array.from({ length: 60 }, second);
    return { instructions: sum(seconds, 'instructions'), platform: sum(seconds, 'platform') };
  });
}

/** The page lives for a second, and the service finds on its disk what the page has stored. */
function followPage(page: Machine, { machine, told }: Service): void {
  page.call('advance', 1_000);
  for (const [path, bytes] of page.files())
    for (const service of [machine, told]) service.call('putFile', path, Buffer.from(bytes).toString('hex'));
}

const sum = (minutes: readonly Minute[], part: keyof Minute): number =>
  minutes.reduce((total, minute) => total + minute[part], 0);

const mean = (minutes: readonly Minute[]): Minute => ({
  instructions: sum(minutes, 'instructions') / minutes.length,
  platform: sum(minutes, 'platform') / minutes.length,
});

const busiest = (minutes: readonly Minute[]): Minute =>
  minutes.reduce((most, minute) => (minute.instructions > most.instructions ? minute : most));
