/** The phone page of the packed app with few and with many stored sessions: what it reads, makes and takes. */
import { performance } from 'node:perf_hooks';
import { type AppPackage, createWatch } from 'zepp-watch-simulator';
import { findDevice } from 'zepp-watch-simulator/devices';
import { isBlockKey } from '../../../utils/core/sync/frame-block.ts';
import { readLogPage } from '../../../utils/core/trend/stored-log.ts';
import { trendPoints } from '../../../utils/core/trend/trend-points.ts';
import { overallVerdict } from '../../../utils/core/trend/trend-verdict.ts';
import { usedPhone } from '../../simulate/seeded-phone.ts';
import { ourApp } from '../apps.ts';
import { type PhoneWork, pageWork, WORK_LIMIT } from '../phone-work.ts';
import { type Benchmark, ratio, spreadOf } from '../table.ts';

const NOW_MS = Date.UTC(2026, 10, 23, 18);

interface Measured {
  readonly sessions: number;
  readonly records: number;
  readonly storedChars: number;
  readonly readKeys: number;
  readonly readChars: number;
  readonly trendMs: number;
  readonly buildMs: number;
  readonly work: PhoneWork;
}

/** The rows of the table; those with a limit may not grow by more than that factor. */
const ROWS: readonly (readonly [string, (one: Measured) => number, limit?: number])[] = [
  ['records stored', (one) => one.records],
  ['characters stored', (one) => one.storedChars],
  ['characters a session', (one) => one.storedChars / one.sessions],
  ['keys read for the trend', (one) => one.readKeys],
  ['characters read for the trend', (one) => one.readChars],
  ['trend, ms', (one) => one.trendMs, WORK_LIMIT],
  ['keys read for a page', (one) => one.work.readKeys, WORK_LIMIT],
  ['characters read for a page', (one) => one.work.readChars, WORK_LIMIT],
  ['parts of a page', (one) => one.work.parts, WORK_LIMIT],
  ['page opened and built, ms', (one) => one.buildMs, WORK_LIMIT],
];

const rounded = (value: number): number => Number(value.toFixed(value < 100 ? 2 : 0));

export const phoneTables: Benchmark = async ({ isQuick }) => {
  const app = await ourApp();
  const [fewest, most, rounds] = isQuick ? [100, 300, 2] : [100, 10_000, 15];
  // Run once without a result, so that the first measurement does not pay for warming up.
  await measure(app, fewest, 1);
  const few = await measure(app, fewest, rounds);
  const many = await measure(app, most, rounds);
  return [
    {
      name: 'phone page',
      command: 'npm run bench -- phone',
      compares: `the phone page of the packed app with ${fewest} (few) and with ${most} (many) stored sessions, in Node`,
      rows: ROWS.map(([what, of, limit]) => ({
        what,
        few: rounded(of(few)),
        many: rounded(of(many)),
        'many / few': ratio(of(many), of(few)),
        'at most': limit ?? '-',
      })),
    },
  ];
};

async function measure(app: AppPackage, sessions: number, rounds: number): Promise<Measured> {
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
  const trendMs = middle(rounds, () => trend(texts));
  const watch = createWatch({ app, device: findDevice('Balance 2') }, { phoneStorage, startEpochMs: NOW_MS });
  const builds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const startMs = performance.now();
    watch.sim.perform({ verb: 'settings-open' });
    await watch.advance(1);
    builds.push(performance.now() - startMs);
    if (watch.sim.phone.settings === null) throw new Error('the page was not built');
  }
  return {
    sessions,
    records: log.reduce((sum, [, text]) => sum + text.split('\n').length, 0),
    storedChars: log.reduce((sum, [key, text]) => sum + key.length + text.length, 0),
    readKeys,
    readChars,
    trendMs,
    buildMs: spreadOf(builds).median,
    work: pageWork(app, phoneStorage, NOW_MS),
  };
}

function trend(texts: Parameters<typeof readLogPage>[0]): void {
  const { sessions } = readLogPage(texts, null, 40);
  if (trendPoints(sessions, 24).length === 0 || !overallVerdict(sessions).isKnown)
    throw new Error('no trend');
}

function middle(rounds: number, code: () => void): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const startMs = performance.now();
    code();
    times.push(performance.now() - startMs);
  }
  return spreadOf(times).median;
}
