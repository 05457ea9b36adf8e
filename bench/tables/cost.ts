/** What pages cost the engine of the watch: start, tick, memory. All of it from source: the engine at hand loads no bytecode. */
import { cpuUsage } from 'node:process';
import type { AppPackage } from 'zepp-watch-simulator/engine/types';
import { usedWatch } from '../../scripts/simulate/used-watch.ts';
import { firstPage, loadPeers, ourApp } from '../apps.ts';
import { createMachine, type Machine } from '../machine.ts';
import { type Benchmark, type BenchOptions, ratio, spreadOf, type Table } from '../table.ts';

const OURS = 'Iliacus';
const COMMAND = 'npm run bench -- cost';
const WHERE = 'QuickJS 2020-07-05 (WebAssembly), bundles from source, a bare platform around them';

interface App {
  readonly name: string;
  readonly app: AppPackage;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const SESSION = 'page/session/index.page';

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

export const costTables: Benchmark = async (options) => {
  const ours: App = { name: OURS, app: await ourApp(), files: usedWatch() };
  const peers = (await loadPeers(options.peers)).map((peer): App => ({ ...peer, files: new Map() }));
  const apps = [ours, ...peers];
  return [
    await startTable(apps, options),
    await heapTable(apps),
    await tickTable(ours, peers, options),
    await againTable(ours, options),
  ];
};

/** Time that the processor has given this process: another's turn between two looks counts for nothing. */
function cpuMs(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}

async function startTable(apps: readonly App[], { isQuick }: BenchOptions): Promise<Table> {
  const times = apps.map(() => [] as number[]);
  // Round by round, so that a busy spell of the machine falls on all alike.
  for (let round = 0; round < (isQuick ? 2 : 15); round++) {
    for (const [at, { app, files }] of apps.entries()) {
      const machine = await createMachine(app, files);
      const fromMs = cpuMs();
      machine.startApp();
      machine.openPage(firstPage(app));
      times[at]?.push(cpuMs() - fromMs);
    }
  }
  const spreads = times.map(spreadOf);
  const ours = spreads[0]?.median ?? 0;
  return {
    name: 'start',
    command: COMMAND,
    compares: `processor time of loading app and first page and of its first build; median of rounds taken in turn; ${WHERE}`,
    rows: apps.map(({ name }, at) => ({
      app: name,
      ms: Number((spreads[at]?.median ?? 0).toFixed(2)),
      'spread %': spreads[at]?.spreadPercent ?? 0,
      'ours / theirs': ratio(ours, spreads[at]?.median),
    })),
  };
}

async function heapTable(apps: readonly App[]): Promise<Table> {
  const rows: {
    readonly what: string;
    readonly app: number;
    readonly page: number;
    readonly widgets: number;
  }[] = [];
  for (const { name, app, files } of apps) {
    const machine = await createMachine(app, files);
    const empty = machine.heapBytes();
    machine.startApp();
    const started = machine.heapBytes();
    const isOurs = name === OURS;
    if (isOurs) openSession(machine, app);
    else machine.openPage(firstPage(app));
    rows.push({
      what: isOurs ? `${name}, session page` : name,
      app: started - empty,
      page: machine.heapBytes() - started,
      widgets: machine.counts().widgets,
    });
  }
  const ours = rows[0]?.page ?? 0;
  return {
    name: 'heap',
    command: COMMAND,
    compares: `bytes in use after a collection: what the app brings, and what its page (the first one; of ours the heaviest) adds; ${WHERE}`,
    rows: rows.map((row) => ({ ...row, 'page, ours / theirs': ratio(ours, row.page) })),
  };
}

const TICK_MS = 250;

/** Machines that do something every `TICK_MS`, taken in turn, so that a busy spell falls on all alike. */
async function tickTable(ours: App, peers: readonly App[], { isQuick }: BenchOptions): Promise<Table> {
  const session = await createMachine(ours.app, ours.files);
  session.startApp();
  openSession(session, ours.app);
  // Between two cues, the first of which has built its sign.
  session.call('advance', 70_000);
  const ticking = [{ what: 'Iliacus, tick of the session page', machine: session }];
  for (const { name, app, files } of peers) {
    const machine = await createMachine(app, files);
    machine.startApp();
    machine.openPage(firstPage(app));
    if (machine.call('updateText', TICK_MS) === 'true')
      ticking.push({ what: `${name}, one text update`, machine });
  }
  const measured = ticking.map(({ what, machine }) => ({
    what,
    machine,
    writes: machine.counts().writes,
    /** After each round. */
    objects: [] as number[],
    ms: [] as number[],
  }));
  // One second a round: one of its ticks draws, and the median is a second in which no cue is due.
  const [rounds, ticks] = isQuick ? [24, 4] : [250, 4];
  for (let round = 0; round < rounds; round++)
    for (const { machine, ms, objects } of measured) {
      const fromMs = cpuMs();
      for (let at = 0; at < ticks; at++) machine.call('advance', TICK_MS);
      ms.push((cpuMs() - fromMs) / ticks);
      objects.push(machine.objects());
    }
  const first = spreadOf(measured[0]?.ms ?? []).median;
  return {
    name: 'tick',
    command: COMMAND,
    compares: `processor time of a tick of the session page in a second without a cue (one of its four ticks draws) against one update of a peer's first text from a timer; call into the engine and timer included; ${WHERE}`,
    rows: measured.map(({ what, machine, writes, objects, ms }) => ({
      what,
      µs: Math.round(1000 * spreadOf(ms).median),
      'spread %': spreadOf(ms).spreadPercent,
      'writes per tick': Number(((machine.counts().writes - writes) / rounds / ticks).toFixed(2)),
      'objects kept per tick': Number((keptSince(objects) / (rounds / 2) / ticks).toFixed(2)),
      'ours / theirs': ratio(first, spreadOf(ms).median),
    })),
  };
}

/** The least of the later half less the least of the earlier: what comes and goes, such as a radio's timers, is not kept. */
function keptSince(objects: readonly number[]): number {
  const half = objects.length / 2;
  return Math.min(...objects.slice(half)) - Math.min(...objects.slice(0, half));
}

async function againTable({ app, files }: App, { isQuick }: BenchOptions): Promise<Table> {
  const rows: Record<string, string | number>[] = [];
  for (const page of app.manifest.module.page?.pages ?? []) {
    const machine = await createMachine(app, files);
    machine.startApp();
    machine.openPage(firstPage(app));
    machine.leavePage();
    const heaps: number[] = [];
    for (let round = 0; round < (isQuick ? 4 : 12); round++) {
      machine.openPage(page);
      machine.leavePage();
      heaps.push(machine.heapBytes());
    }
    const settled = heaps[1] ?? 0;
    const last = heaps[heaps.length - 1] ?? 0;
    rows.push({
      page,
      'bytes after 2nd': settled,
      'bytes after last': last,
      'grown per opening': Math.round((last - settled) / (heaps.length - 2)),
    });
  }
  return {
    name: 'open, close, open',
    command: COMMAND,
    compares: `memory after a page was opened and closed twice, and many times; ${WHERE}`,
    rows,
  };
}
