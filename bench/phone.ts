/**
 * `npx tsx bench/phone.ts`: the phone page of the packed app with 100 and with 10,000 stored sessions, in one run: keys and
 * characters that a build reads (the same on every machine), the time of a build, and what the log takes in the storage.
 */
import { readFile } from 'node:fs/promises';
import { findDevice } from 'zepp-watch-simulator/engine/devices';
import { advance, drainNode } from 'zepp-watch-simulator/engine/drive';
import { openZab } from 'zepp-watch-simulator/engine/package';
import { createSimulation } from 'zepp-watch-simulator/engine/simulation';
import { ensureBuilt } from '../scripts/build/pipeline.ts';
import { usedPhone } from '../scripts/simulate/used-phone.ts';
import { isBlockKey } from '../utils/core/sync/block.ts';
import { answerInWords } from '../utils/core/trend/answer.ts';
import { readPage } from '../utils/core/trend/kept-log.ts';
import { trendPoints } from '../utils/core/trend/series.ts';

const NOW_MS = Date.UTC(2026, 10, 23, 18);
const ROUNDS = 15;
/** The bound of the issue: 10,000 sessions against 100. */
const MOST_RATIO = 3;

interface Measured {
  readonly sessions: number;
  readonly records: number;
  readonly storedChars: number;
  readonly readKeys: number;
  readonly readChars: number;
  readonly trendMs: number;
  readonly buildMs: number;
}

const { simulatorZab } = await ensureBuilt({ isQuiet: true });
const device = findDevice('Balance 2');
const app = openZab(new Uint8Array(await readFile(simulatorZab)), device);

async function measure(sessions: number): Promise<Measured> {
  const phoneStorage = usedPhone(sessions, NOW_MS);
  const log = Object.entries(phoneStorage).filter(([key]) => isBlockKey(key));
  const reads: string[] = [];
  const texts = {
    keys: Object.keys(phoneStorage),
    read(key: string) {
      reads.push(key);
      return phoneStorage[key];
    },
  };
  trend(texts);
  const readChars = reads.reduce((sum, key) => sum + (phoneStorage[key]?.length ?? 0), 0);
  const readKeys = reads.length;
  const trendMs = middle(() => trend(texts));
  const sim = createSimulation({ app, device, phoneStorage, startEpochMs: NOW_MS });
  const builds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startMs = performance.now();
    sim.perform({ verb: 'settings-open' });
    await advance(sim, 1, drainNode);
    builds.push(performance.now() - startMs);
    if (sim.phone.settings === null) throw new Error('the page was not built');
  }
  return {
    sessions,
    records: log.reduce((sum, [, text]) => sum + text.split('\n').length, 0),
    storedChars: log.reduce((sum, [key, text]) => sum + key.length + text.length, 0),
    readKeys,
    readChars,
    trendMs,
    buildMs: median(builds),
  };
}

function trend(texts: Parameters<typeof readPage>[0]): void {
  const { sessions } = readPage(texts, null, 40);
  if (trendPoints(sessions, 24).length === 0 || !answerInWords(sessions).said) throw new Error('no trend');
}

function middle(code: () => void): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startMs = performance.now();
    code();
    times.push(performance.now() - startMs);
  }
  return median(times);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

// Once for nothing, so that the first of the two does not pay for warming up.
await measure(100);
const few = await measure(100);
const many = await measure(10_000);
const rows: readonly (readonly [string, (one: Measured) => number])[] = [
  ['records stored', (one) => one.records],
  ['characters stored', (one) => one.storedChars],
  ['characters a session', (one) => one.storedChars / one.sessions],
  ['keys read for the trend', (one) => one.readKeys],
  ['characters read for the trend', (one) => one.readChars],
  ['trend, ms', (one) => one.trendMs],
  ['page opened and built, ms', (one) => one.buildMs],
];
process.stdout.write('| | 100 sessions | 10,000 sessions | ratio |\n|---|---|---|---|\n');
for (const [name, of] of rows) {
  const numbers = [of(few), of(many), of(many) / of(few)].map((value) =>
    value >= 100 ? Math.round(value).toString() : value.toFixed(2),
  );
  process.stdout.write(`| ${name} | ${numbers.join(' | ')} |\n`);
}
// What is read is the same on every machine, so it decides; times are printed beside it.
if (many.readChars > MOST_RATIO * few.readChars) {
  process.stderr.write('bench: the phone page reads more the longer the log is\n');
  process.exitCode = 1;
}
