/** Every benchmark by its name on the command line. A new one is registered here and nowhere else. */
import type { Benchmark } from './table.ts';
import { costTables } from './tables/cost.ts';
import { growthTables } from './tables/growth.ts';
import { latenessTables } from './tables/lateness.ts';
import { logTables } from './tables/log.ts';
import { phoneTables } from './tables/phone.ts';
import { sizeTables } from './tables/size.ts';
import { syncTables } from './tables/sync.ts';

export const BENCHMARKS: ReadonlyMap<string, Benchmark> = new Map([
  ['log', logTables],
  ['sync', syncTables],
  ['size', sizeTables],
  ['cost', costTables],
  ['growth', growthTables],
  ['phone', phoneTables],
  ['lateness', latenessTables],
]);
