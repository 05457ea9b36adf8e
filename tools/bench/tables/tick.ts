/** The work of a tick of the session page, beside a text update of the peers. */
import { firstPage } from '../apps.ts';
import { type App, COMMAND, cpuMs, OURS, openSession, WHERE, workOf } from '../cost.ts';
import { type CountedEngine, countedEngine } from '../counted-engine.ts';
import { createMachine, type Machine } from '../machine.ts';
import { type BenchOptions, ratio, spreadOf, type Table } from '../table.ts';

const TICK_MS = 250;
/** Only one of them draws: the one at which the seconds change. */
const TICKS_A_SECOND = 4;
/** Work is counted and not timed, so that a few seconds are enough. */
const COUNTED_SECONDS = 15;

interface Ticking {
  readonly what: string;
  readonly machine: Machine;
}

export async function tickTable(ours: App, peers: readonly App[], { isQuick }: BenchOptions): Promise<Table> {
  const seconds = isQuick ? 24 : 250;
  const timed = timeOf(await ticking(ours, peers), seconds);
  const counted = (await ticking(ours, peers, await countedEngine())).map(({ machine }) =>
    workPerTick(machine),
  );
  const [first] = timed;
  const [firstWork] = counted;
  return {
    name: 'tick',
    command: COMMAND,
    compares: `a tick of the session page in a second without a cue (one of its four ticks draws) against one update of a peer's first text from a timer: processor time, and the engine's instructions and allocations, alike in every run to about three per cent; medians of seconds; call into the engine and timer included, which is all that the last row has; ${WHERE}`,
    rows: timed.map(({ what, µs, spreadPercent, writes, objects }, at) => ({
      what,
      µs: Math.round(µs),
      'spread %': spreadPercent,
      'time, ours / theirs': ratio(first?.µs ?? 0, µs),
      instructions: Math.round(counted[at]?.instructions ?? 0),
      'work, ours / theirs': ratio(firstWork?.instructions ?? 0, counted[at]?.instructions),
      allocations: Number((counted[at]?.allocations ?? 0).toFixed(1)),
      writes: Number(writes.toFixed(2)),
      'objects kept': Number(objects.toFixed(2)),
    })),
  };
}

/** Machines that work every `TICK_MS`; the last one does nothing, to show the cost of a call into the engine. */
async function ticking(
  ours: App,
  peers: readonly App[],
  counted?: CountedEngine,
): Promise<readonly Ticking[]> {
  const session = await createMachine(ours.app, ours.files, counted);
  session.startApp();
  openSession(session, ours.app);
  // Now the first cue has been shown, and the next one is not due.
  session.call('advance', 70_000);
  const found: Ticking[] = [{ what: `${OURS}, tick of the session page`, machine: session }];
  const opened = async ({ app, files }: App): Promise<Machine> => {
    const machine = await createMachine(app, files, counted);
    machine.startApp();
    machine.openPage(firstPage(app));
    return machine;
  };
  for (const peer of peers) {
    const machine = await opened(peer);
    if (machine.call('updateText', TICK_MS) === 'true')
      found.push({ what: `${peer.name}, one text update`, machine });
  }
  for (const peer of peers.slice(0, 1))
    found.push({ what: `${peer.name}, nothing to do`, machine: await opened(peer) });
  return found;
}

/** Measures the machines in turn, a second each, so that other load on the computer slows all of them alike. */
function timeOf(all: readonly Ticking[], seconds: number) {
  const measured = all.map(({ what, machine }) => ({
    what,
    machine,
    before: machine.counts().writes,
    /** After each second. */
    objects: [] as number[],
    ms: [] as number[],
  }));
  for (let second = 0; second < seconds; second++)
    for (const { machine, ms, objects } of measured) {
      const fromMs = cpuMs();
      pass(machine);
      ms.push((cpuMs() - fromMs) / TICKS_A_SECOND);
      objects.push(machine.objects());
    }
  return measured.map(({ what, machine, before, objects, ms }) => ({
    what,
    µs: 1000 * spreadOf(ms).median,
    spreadPercent: spreadOf(ms).spreadPercent,
    writes: (machine.counts().writes - before) / seconds / TICKS_A_SECOND,
    objects: keptSince(objects) / (seconds / 2) / TICKS_A_SECOND,
  }));
}

function pass(machine: Machine): void {
  for (let at = 0; at < TICKS_A_SECOND; at++) machine.call('advance', TICK_MS);
}

function workPerTick(machine: Machine): { readonly instructions: number; readonly allocations: number } {
  const works = Array.from({ length: COUNTED_SECONDS }, () => workOf(machine, () => pass(machine)));
  const middle = (values: readonly number[]): number => spreadOf(values).median / TICKS_A_SECOND;
  return {
    instructions: middle(works.map(({ instructions }) => instructions)),
    allocations: middle(works.map(({ allocations }) => allocations)),
  };
}

/** The least of the later half minus the least of the earlier half: objects that come and go are not counted as kept. */
function keptSince(objects: readonly number[]): number {
  const half = objects.length / 2;
  return Math.min(...objects.slice(half)) - Math.min(...objects.slice(0, half));
}
