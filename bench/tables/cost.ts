/** What pages cost the engine of the watch: start, tick, memory. All of it from source: the engine at hand loads no bytecode. */
import { performance } from 'node:perf_hooks';
import type { AppPackage } from 'zepp-watch-simulator/engine/types';
import { usedWatch } from '../../scripts/simulate/used-watch.ts';
import { firstPage, loadPeers, ourApp } from '../apps.ts';
import { createMachine, type Machine } from '../machine.ts';
import { type Benchmark, type BenchOptions, ratio, spreadOf, type Table } from '../table.ts';

const COMMAND = 'npm run bench -- cost';
const WHERE = 'QuickJS 2020-07-05 (WebAssembly), bundles from source, a bare platform around them';

interface App {
  readonly name: string;
  readonly app: AppPackage;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export const SESSION = 'page/session/index.page';

/** From home by one touch to the open session page. */
export function openSession(machine: Machine, app: AppPackage): void {
  machine.startApp();
  machine.openPage(firstPage(app));
  machine.leavePage();
  machine.openPage('page/check/index.page');
  machine.leavePage();
  machine.openPage(SESSION, 'start');
}

export const costTables: Benchmark = async (options) => {
  const ours: App = { name: 'Iliacus', app: await ourApp(), files: usedWatch() };
  const peers = (await loadPeers(options.peers)).map((peer): App => ({ ...peer, files: new Map() }));
  const apps = [ours, ...peers];
  return [
    await startTable(apps, options),
    await heapTable(apps),
    await tickTable(ours, peers, options),
    await againTable(ours, options),
  ];
};

async function startTable(apps: readonly App[], { isQuick }: BenchOptions): Promise<Table> {
  const times = apps.map(() => [] as number[]);
  // Round by round, so that a busy spell of the machine falls on all alike.
  for (let round = 0; round < (isQuick ? 2 : 15); round++) {
    for (const [at, { app, files }] of apps.entries()) {
      const machine = await createMachine(app, files);
      const fromMs = performance.now();
      machine.startApp();
      machine.openPage(firstPage(app));
      times[at]?.push(performance.now() - fromMs);
    }
  }
  const spreads = times.map(spreadOf);
  const ours = spreads[0]?.median ?? 0;
  return {
    name: 'start',
    command: COMMAND,
    compares: `load of app and first page, and its first build; median of rounds taken in turn; ${WHERE}`,
    rows: apps.map(({ name }, at) => ({
      app: name,
      ms: Number((spreads[at]?.median ?? 0).toFixed(2)),
      'spread %': spreads[at]?.spreadPercent ?? 0,
      'ours / theirs': ratio(ours, spreads[at]?.median),
    })),
  };
}

async function heapTable(apps: readonly App[]): Promise<Table> {
  const rows: { readonly app: string; readonly bytes: number; readonly widgets: number }[] = [];
  for (const { name, app, files } of apps) {
    const machine = await createMachine(app, files);
    const before = machine.heapBytes();
    if (name === 'Iliacus') {
      openSession(machine, app);
      rows.push({
        app: `${name}, session page`,
        bytes: machine.heapBytes() - before,
        widgets: machine.counts().widgets,
      });
    } else {
      machine.startApp();
      machine.openPage(firstPage(app));
      rows.push({ app: name, bytes: machine.heapBytes() - before, widgets: machine.counts().widgets });
    }
  }
  const ours = rows[0]?.bytes ?? 0;
  return {
    name: 'heap',
    command: COMMAND,
    compares: `memory in use with app and page open, after a collection, less the empty machine; ${WHERE}`,
    rows: rows.map((row) => ({ ...row, 'ours / theirs': ratio(ours, row.bytes) })),
  };
}

async function tickTable(ours: App, peers: readonly App[], { isQuick }: BenchOptions): Promise<Table> {
  const ticks = isQuick ? 40 : 400;
  const session = await createMachine(ours.app, ours.files);
  openSession(session, ours.app);
  session.call('advance', 60_000);
  const before = session.counts().writes;
  const objects = session.objects();
  const tick = spreadOf(timed(ticks, () => session.call('advance', 250)));
  const kept = session.objects() - objects;
  const writes = session.counts().writes - before;
  const rows = [
    {
      what: 'Iliacus, tick of the session page',
      'ms / 1,000': Math.round(1000 * tick.median),
      'spread %': tick.spreadPercent,
      'writes per tick': Number((writes / ticks).toFixed(2)),
      'objects kept per tick': Number((kept / ticks).toFixed(2)),
      'ours / theirs': 1 as string | number,
    },
  ];
  for (const { name, app, files } of peers) {
    const machine = await createMachine(app, files);
    machine.startApp();
    machine.openPage(firstPage(app));
    const from = machine.counts().writes;
    const update = spreadOf(timed(ticks, () => machine.call('updateText')));
    const made = machine.counts().writes - from;
    if (made === 0) continue;
    rows.push({
      what: `${name}, one text update`,
      'ms / 1,000': Math.round(1000 * update.median),
      'spread %': update.spreadPercent,
      'writes per tick': made / ticks,
      'objects kept per tick': 0,
      'ours / theirs': ratio(tick.median, update.median),
    });
  }
  return {
    name: 'tick',
    command: COMMAND,
    compares: `one tick of the session page (four a second) against one text update of a peer's first text, the call into the engine included; ${WHERE}`,
    rows,
  };
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

function timed(count: number, act: () => unknown): readonly number[] {
  const times: number[] = [];
  for (let round = 0; round < count; round++) {
    const fromMs = performance.now();
    act();
    times.push(performance.now() - fromMs);
  }
  return times;
}
