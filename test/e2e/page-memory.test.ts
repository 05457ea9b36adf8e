/** Pages of the packed app in the engine of the watch (QuickJS 2020-07-05): opened again and again, and what a tick writes. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator';
import { START } from '../../tools/bench/cost.ts';
import { createMachine, type Machine } from '../../tools/bench/machine.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { jsonOf } from '../contract/sources.ts';
import { openPacked } from '../support/packed-watch.ts';

const HOME = 'page/home/index.page';
const SESSION = 'page/session/index.page';
const SUMMARY = 'page/summary/index.page';
const PAST_SESSION = 'page/past-session/index.page';

/** The first rounds fill what fills only once: names, shapes, and the growth of the files. */
const WARM_ROUNDS = 5;
const ROUNDS = 20;
/** How much twenty rounds may add, bytes: an eighth of an empty object for each round, which is less than the precision of the heap. */
const TOLERANCE_BYTES = 128;
/** The duration of the default session if everything goes to plan, up to the end of its last cue. */
const SESSION_MS = 10 * 60_000;

const { pages } = (
  jsonOf('app.json') as { targets: { default: { module: { page: { pages: readonly string[] } } } } }
).targets.default.module.page;
/** The parameters with which a page opens, so that it has something to show. */
const PARAMS: Readonly<Record<string, object>> = {
  [HOME]: { from: 'app' },
  [PAST_SESSION]: { seq: 1 },
  'page/rating/index.page': { asks: 'before' },
  'page/advice/index.page': { about: 'active' },
  'page/question/index.page': { asks: 'helper' },
  'page/welcome/index.page': { step: 'safety' },
};

let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
});

function open(machine: Machine, page: string): void {
  machine.openPage(page, JSON.stringify(PARAMS[page] ?? {}));
}

function visit(machine: Machine, page: string): void {
  open(machine, page);
  machine.leavePage();
}

/** Opens the session page as a touch on Start does. */
function start(machine: Machine): void {
  machine.openPage(START.page, START.param);
}

/** The bytes that `ROUNDS` rounds add, after the warm-up rounds. */
function addedBytes(machine: Machine, round: () => void): number {
  for (let at = 0; at < WARM_ROUNDS; at++) round();
  const before = machine.heapBytes();
  for (let at = 0; at < ROUNDS; at++) round();
  return machine.heapBytes() - before;
}

/**
 * A watch that has walked through a whole session and logged it.
 * @throws Error if anything but the summary comes after the session
 */
async function afterSession(): Promise<Machine> {
  const machine = await createMachine(app, usedWatch());
  machine.startApp();
  start(machine);
  machine.call('advance', SESSION_MS);
  machine.leavePage();
  const { page, param } = machine.takeRoute();
  if (page !== SUMMARY) throw new Error(`the session leads to ${page}`);
  machine.openPage(page, param);
  machine.leavePage();
  return machine;
}

it.each(pages)('%s opened and left twenty times leaves no memory behind', async (page) => {
  const machine = page === PAST_SESSION ? await afterSession() : await createMachine(app, usedWatch());
  if (page !== PAST_SESSION) machine.startApp();
  const round = (): void => {
    if (page === SESSION) start(machine);
    else open(machine, page);
    machine.leavePage();
  };
  expect(addedBytes(machine, round)).toBeLessThan(TOLERANCE_BYTES);
});

describe.each([
  ['that does not answer', false],
  ['out of reach', true],
])('with a phone %s', (_what, isOut) => {
  it.each([HOME, PAST_SESSION])(
    '%s leaves no memory behind, however many of its questions fail',
    async (page) => {
      const machine = await afterSession();
      if (isOut) machine.call('dropLink');
      const round = (): void => {
        open(machine, page);
        // This is past the time limit for an answer, and into the next try.
        machine.call('advance', 10_500);
        machine.leavePage();
      };
      expect(addedBytes(machine, round)).toBeLessThan(TOLERANCE_BYTES);
    },
  );
});

it('a paused session writes nothing to the glass', async () => {
  const machine = await createMachine(app, usedWatch());
  machine.startApp();
  visit(machine, HOME);
  start(machine);
  machine.call('advance', 40_000);
  // A call of twenty seconds is a pause.
  machine.call('coverPage');
  machine.call('advance', 20_000);
  machine.call('uncoverPage');
  // The come-back cue is on the glass for 5 s.
  machine.call('advance', 6_000);
  const before = machine.counts().writes;
  machine.call('advance', 30_000);
  const writes = machine.counts().writes - before;
  expect(writes).toBe(0);
});
