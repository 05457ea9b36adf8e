/** What pages cost the engine of the watch. Bundles are loaded from source, because this build of the engine reads no bytecode. */
import { usedWatch } from '../../simulate/seeded-watch.ts';
import { firstPage, loadPeers, ourApp } from '../apps.ts';
import { type App, COMMAND, cpuMs, OURS, openSession, WHERE, workOf } from '../cost.ts';
import { countedEngine } from '../counted-engine.ts';
import { createMachine } from '../machine.ts';
import { type Benchmark, type BenchOptions, ratio, spreadOf, type Table } from '../table.ts';
import { helperTable } from './helper.ts';
import { journeysTable } from './journeys.ts';
import { tickTable } from './tick.ts';

export const costTables: Benchmark = async (options) => {
  const ours: App = { name: OURS, app: await ourApp(), files: usedWatch() };
  const peers = (await loadPeers(options.peers)).map((peer): App => ({ ...peer, files: new Map() }));
  const apps = [ours, ...peers];
  return [
    await startTable(apps, options),
    await journeysTable(),
    await helperTable(),
    await heapTable(apps),
    await tickTable(ours, peers, options),
    await againTable(ours, options),
  ];
};

async function startTable(apps: readonly App[], { isQuick }: BenchOptions): Promise<Table> {
  const times = apps.map(() => [] as number[]);
  // Measure the apps in turn, so that other load on the computer slows all of them alike.
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
  const works: number[] = [];
  for (const { app, files } of apps) {
    const machine = await createMachine(app, files, await countedEngine());
    const { instructions } = workOf(machine, () => {
      machine.startApp();
      machine.openPage(firstPage(app));
    });
    works.push(instructions);
  }
  return {
    name: 'start',
    command: COMMAND,
    compares: `loading app and first page, and its first build: processor time, the median of rounds taken in turn, and the engine's instructions, alike in every run to about three per cent; ${WHERE}`,
    rows: apps.map(({ name }, at) => ({
      app: name,
      ms: Number((spreads[at]?.median ?? 0).toFixed(2)),
      'spread %': spreads[at]?.spreadPercent ?? 0,
      'time, ours / theirs': ratio(spreads[0]?.median ?? 0, spreads[at]?.median),
      'million instructions': Number(((works[at] ?? 0) / 1e6).toFixed(1)),
      'work, ours / theirs': ratio(works[0] ?? 0, works[at]),
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

async function againTable({ app, files }: App, { isQuick }: BenchOptions): Promise<Table> {
  const rows: Record<string, string | number>[] = [];
  for (const page of app.manifest.module.page?.pages ?? []) {
    const machine = await createMachine(app, files, await countedEngine());
    machine.startApp();
    machine.openPage(firstPage(app));
    machine.leavePage();
    const heaps: number[] = [];
    let built = { instructions: 0, allocations: 0 };
    for (let round = 0; round < (isQuick ? 4 : 12); round++) {
      built = workOf(machine, () => machine.openPage(page));
      machine.leavePage();
      heaps.push(machine.heapBytes());
    }
    const settled = heaps[1] ?? 0;
    const last = heaps[heaps.length - 1] ?? 0;
    rows.push({
      page,
      'million instructions': Number((built.instructions / 1e6).toFixed(1)),
      allocations: built.allocations,
      'bytes after 2nd': settled,
      'bytes after last': last,
      'grown per opening': Math.round((last - settled) / (heaps.length - 2)),
    });
  }
  return {
    name: 'open, close, open',
    command: COMMAND,
    compares: `the last opening of a page, loading included, and the memory after it was opened and closed twice, and many times; ${WHERE}`,
    rows,
  };
}
