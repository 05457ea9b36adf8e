/** What grows with the number of stored records: the work of a launch and of Start, and of a phone that stores a record. */
import { performance } from 'node:perf_hooks';
import { createRecordStore } from '../../../app-side/record-store.ts';
import { encodeFrame, type Frame } from '../../../utils/core/log/frame.ts';
import { createSessionLog } from '../../../utils/run/session-log.ts';
import { createTextStore } from '../../../utils/run/text-store.ts';
import { diskOf, report, usedWatch } from '../../simulate/seeded-watch.ts';
import { firstPage, ourApp } from '../apps.ts';
import { openSession, workOf } from '../cost.ts';
import { countedEngine, type Work } from '../counted-engine.ts';
import { createMachine } from '../machine.ts';
import type { Benchmark, Table } from '../table.ts';

const COMMAND = 'npm run bench -- growth';
/** Typical length of a session's record. */
const BODY_BYTES = 30;
const INSTALL = 7;

export const growthTables: Benchmark = async ({ isQuick }) => {
  const counts = isQuick ? [10, 100] : [10, 1_000, 10_000];
  const watch: Record<string, number>[] = [];
  for (const count of counts) watch.push(await watchRow(count));
  const tables: readonly Table[] = [
    {
      name: 'growth on the watch',
      command: COMMAND,
      compares: `the app with more and more records: launch with home, then Start until the session page stands; bytes read and written on the disk, and instructions of QuickJS 2020-07-05 (WebAssembly), loading included`,
      rows: watch,
    },
    {
      name: 'growth on the phone',
      command: COMMAND,
      compares:
        'the side service’s store with more and more records: look-ups in the settings storage, and characters read, as one record arrives',
      rows: counts.map(phoneRow),
    },
  ];
  return tables;
};

/** Files of a watch with `count` sessions in its log, written by the app's own code. */
function filesWith(count: number): ReadonlyMap<string, Uint8Array> {
  const files = new Map(usedWatch());
  const disk = diskOf(files);
  const sessionLog = createSessionLog(disk, createTextStore(disk, report), report, () => 0.5);
  for (let made = 0; made < count; made++) sessionLog.append(1, new Uint8Array(BODY_BYTES).fill(made));
  return files;
}

async function watchRow(count: number): Promise<Record<string, number>> {
  const app = await ourApp();
  const machine = await createMachine(app, filesWith(count), await countedEngine());
  const launch = workOf(machine, () => {
    machine.startApp();
    machine.openPage(firstPage(app));
    machine.call('advance', 1_000);
  });
  const launched = machine.counts();
  machine.leavePage();
  const start = workOf(machine, () => openSession(machine, app));
  const started = machine.counts();
  return {
    records: count,
    'launch reads': launched.readBytes,
    'launch writes': launched.writtenBytes,
    'launch, million instructions': millions(launch),
    'start reads': started.readBytes - launched.readBytes,
    'start writes': started.writtenBytes - launched.writtenBytes,
    'start, million instructions': millions(start),
  };
}

function phoneRow(count: number): Record<string, number> {
  const texts = new Map<string, string>();
  let reads = 0;
  let characters = 0;
  const storage = {
    getItem(key: string) {
      const text = texts.get(key) ?? null;
      reads++;
      characters += text?.length ?? 0;
      return text;
    },
    setItem: (key: string, value: string) => void texts.set(key, value),
    removeItem: (key: string) => void texts.delete(key),
    toObject: () => Object.fromEntries(texts),
  };
  const store = createRecordStore(storage, () => 0.5);
  store.insert(
    INSTALL,
    Array.from({ length: count }, (_, at) => frame(at + 1)),
  );
  reads = 0;
  characters = 0;
  const ms = timeOf(() => {
    store.insert(INSTALL, [frame(count + 1)]);
    store.heldThrough(INSTALL, floorAt(count));
  });
  return { records: count, 'look-ups': reads, 'characters read': characters, ms };
}

/** The first seq that a watch still has when its phone has all records: it keeps the newest 50 (`docs/log-format.md`). */
function floorAt(count: number): number {
  return Math.max(1, Math.floor((count - 49) / 64) * 64);
}

function frame(seq: number): Frame {
  return encodeFrame(1, seq, new Uint8Array(BODY_BYTES).fill(seq));
}

function millions({ instructions }: Work): number {
  return Number((instructions / 1e6).toFixed(1));
}

function timeOf(act: () => void): number {
  const fromMs = performance.now();
  act();
  return Number((performance.now() - fromMs).toFixed(1));
}
