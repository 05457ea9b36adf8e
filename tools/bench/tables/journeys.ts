/** The work that the wearer waits for, over every page load on the way, beside that of version 0.1.0. */
import { usedWatch } from '../../simulate/seeded-watch.ts';
import { firstPage, ourApp } from '../apps.ts';
import { ALARM, COMMAND, follow, START, WHERE, workOf } from '../cost.ts';
import { countedEngine } from '../counted-engine.ts';
import { createMachine, type Machine, type Route } from '../machine.ts';
import { ratio, type Table } from '../table.ts';

type Journey =
  | 'launch to home'
  | 'Start to session'
  | 'end to summary'
  | 'relaunch into a hold'
  | 'alarm into a hold';

/** Million instructions and page loads of version 0.1.0 (commit 40fd56f), taken in the same way. */
const FIRST_VERSION: Readonly<Record<Journey, readonly [millionInstructions: number, pages: number]>> = {
  'launch to home': [58.6, 1],
  'Start to session': [50.2, 2],
  'end to summary': [49.5, 2],
  'relaunch into a hold': [146.9, 4],
  'alarm into a hold': [125.7, 3],
};

type Row = Readonly<Record<string, string | number>>;
type Rows = readonly Row[];
const WORK = 'million instructions';

/** From Start into the first hold. */
const INTO_A_HOLD_MS = 60_000;
/** From the end of the app to its relaunch. */
const AWAY_MS = 3_000;
const LONGEST_SESSION_S = 1_200;

/** The engine's randomness only adds work, so each journey counts with the least of several runs. */
const RUNS = 3;

export async function journeysTable(): Promise<Table> {
  const runs: Rows[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await travelAll());
  const [first = []] = runs;
  return {
    name: 'journeys',
    command: COMMAND,
    compares: `loading and building every page on the way, the app's start included where it starts, each page for the first time; the least of ${RUNS} runs; ${WHERE}`,
    rows: first.map((_, at) => runs.map((rows) => rows[at] as Row).reduce(lesser)),
  };
}

const lesser = (one: Row, other: Row): Row => (Number(other[WORK]) < Number(one[WORK]) ? other : one);

/** Makes each journey once. */
async function travelAll(): Promise<Rows> {
  const app = await ourApp();
  const home: Route = { page: firstPage(app), param: '' };
  const rows: Row[] = [];
  const travel = (journey: Journey, machine: Machine, first: Route, isLaunch: boolean): void => {
    let pages = 0;
    const loadedBefore = machine.loadInstructions();
    const { instructions } = workOf(machine, () => {
      if (isLaunch) machine.startApp();
      pages = follow(machine, first).length;
    });
    const [before, pagesBefore] = FIRST_VERSION[journey];
    rows.push({
      journey,
      pages,
      [WORK]: Number((instructions / 1e6).toFixed(2)),
      'of these loading': Number(((machine.loadInstructions() - loadedBefore) / 1e6).toFixed(1)),
      'pages, 0.1.0': pagesBefore,
      'million instructions, 0.1.0': before,
      'now / 0.1.0': ratio(instructions / 1e6, before),
    });
  };

  const machine = await createMachine(app, usedWatch(), await countedEngine());
  travel('launch to home', machine, home, true);
  machine.leavePage();
  travel('Start to session', machine, START, false);
  machine.call('advance', INTO_A_HOLD_MS);
  const files = machine.files();
  travel('end to summary', machine, await sessionEnd(machine), false);
  for (const [journey, first] of [
    ['relaunch into a hold', home],
    ['alarm into a hold', ALARM],
  ] as const) {
    const relaunched = await createMachine(app, files, await countedEngine());
    relaunched.call('advance', INTO_A_HOLD_MS + AWAY_MS);
    travel(journey, relaunched, first, true);
  }
  return rows;
}

/** Runs the session to its end without a touch and leaves its page; returns the page that the app asks for then. */
async function sessionEnd(machine: Machine): Promise<Route> {
  for (let second = 0; second < LONGEST_SESSION_S; second++) {
    machine.call('advance', 1_000);
    const route = machine.takeRoute();
    if (route.page === '') continue;
    machine.leavePage();
    return route;
  }
  throw new Error(`The session did not end within ${LONGEST_SESSION_S} seconds.`);
}
