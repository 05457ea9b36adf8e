/** Pages of the packed app in the engine of the watch (QuickJS 2020-07-05): opened again and again, and what a tick writes. */
import { beforeAll, expect, test } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator/engine/types';
import { createMachine, type Machine } from '../../bench/machine.ts';
import { usedWatch } from '../../scripts/simulate/used-watch.ts';
import { openPacked } from '../support/packed-watch.ts';

const HOME = 'page/home/index.page';
const BEGIN = 'page/begin/index.page';
const SESSION = 'page/session/index.page';

/** The first rounds fill what is filled once: names, shapes, the files' own growth. */
const WARM_ROUNDS = 5;
const ROUNDS = 20;
/** What twenty rounds may add, bytes: less than one text widget a round. */
const TOLERANCE_BYTES = 4_096;

let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
});

function visit(machine: Machine, page: string, param?: string): void {
  machine.openPage(page, param);
  machine.leavePage();
}

/** Bytes that `ROUNDS` rounds have added, after those that warm up. */
function addedBytes(machine: Machine, round: () => void): number {
  for (let at = 0; at < WARM_ROUNDS; at++) round();
  const before = machine.heapBytes();
  for (let at = 0; at < ROUNDS; at++) round();
  return machine.heapBytes() - before;
}

test('home opened and left twenty times leaves no memory behind', async () => {
  const machine = await createMachine(app, usedWatch());
  machine.startApp();
  expect(addedBytes(machine, () => visit(machine, HOME, 'fresh'))).toBeLessThan(TOLERANCE_BYTES);
});

test('the session page opened and left twenty times leaves no memory behind', async () => {
  const machine = await createMachine(app, usedWatch());
  machine.startApp();
  const round = (): void => {
    visit(machine, BEGIN);
    visit(machine, SESSION);
  };
  expect(addedBytes(machine, round)).toBeLessThan(TOLERANCE_BYTES);
});

test('a tick of the session page that brings no cue makes at most two property writes', async () => {
  const machine = await createMachine(app, usedWatch());
  machine.startApp();
  visit(machine, HOME, 'fresh');
  visit(machine, BEGIN);
  machine.openPage(SESSION);
  // Past the start cue and short of the check cue.
  machine.call('advance', 31_000);
  const writes: number[] = [];
  for (let tick = 0; tick < 100; tick++) {
    const before = machine.counts().writes;
    machine.call('advance', 250);
    writes.push(machine.counts().writes - before);
  }
  expect(Math.max(...writes)).toBe(2);
});
