/** `npm run sweep -- crash|link|fuzz|mutants [--count N] [--every BYTES] [--seed N] [--json]`, and `-- link --zml` through zml itself. Exit code 1 on any finding. */
import { parseArgs } from 'node:util';
import type { Count } from './count.ts';
import { sweepCrash } from './crash.ts';
import { sweepFuzz } from './fuzz.ts';
import { sweepLink, sweepZml } from './link.ts';
import { sweepMutants } from './mutants.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string' },
    every: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    zml: { type: 'boolean', default: false },
  },
});

function countOr(full: number): number {
  return values.count === undefined ? full : Number(values.count);
}

const seed = Number(values.seed);
const name = positionals[0] ?? '';
if (name === 'mutants') {
  process.exitCode = sweepMutants() ? 0 : 1;
} else {
  const sweeps: Readonly<Record<string, () => Count | Promise<Count>>> = {
    crash: () => sweepCrash(countOr(50), Number(values.every), seed),
    link: () => (values.zml ? sweepZml(countOr(2_000), 0.3, seed) : sweepLink(countOr(100_000), 0.3, seed)),
    fuzz: () => sweepFuzz(countOr(1_000_000), seed),
  };
  const sweep = sweeps[name];
  if (sweep === undefined) throw new Error(`no sweep is called "${name}"`);
  const { seen, ...count } = await sweep();
  process.stdout.write(`${JSON.stringify(values.json ? count : { ...count, seen })}\n`);
  process.exitCode = count.lost + count.doubled + count.unreadable > 0 ? 1 : 0;
}
