/**
 * `npm run sweep -- crash|link|fuzz|mutants [--count N] [--every BYTES] [--seed N] [--jobs N] [--json]`, and `-- link --zml` through
 * zml itself. Exit code 1 on any finding. The worlds of `crash` are shared by `--jobs` processes; what they find does not
 * depend on how many there are.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { asText, type Count, sumOf } from './count.ts';
import { type CrashSweep, sweepCrash } from './crash.ts';
import { sweepFuzz } from './fuzz.ts';
import { sweepLink, sweepZml } from './link.ts';
import { MUTANTS, sweepMutants } from './mutants.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string' },
    every: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
    zml: { type: 'boolean', default: false },
  },
});

function countOr(full: number): number {
  return values.count === undefined ? full : Number(values.count);
}

/** What a process of its own is to do is in here, and it answers with its count. */
const SHARE = 'ILIACUS_CRASH_SHARE';

function crashInProcesses(sweep: CrashSweep, of: number): Promise<Count> {
  const shares = Array.from({ length: of }, (_, index) => {
    const share: CrashSweep = { ...sweep, share: { index, of } };
    const child = fork(fileURLToPath(import.meta.url), ['crash'], {
      env: { ...process.env, [SHARE]: JSON.stringify(share) },
    });
    return new Promise<Count>((resolve, reject) => {
      child.on('message', (count) => resolve(count as Count));
      child.on('exit', (code) => reject(new Error(`a process of the sweep ended with ${code}`)));
    });
  });
  return Promise.all(shares).then(sumOf);
}

const seed = Number(values.seed);
const name = positionals[0] ?? '';
const share = process.env[SHARE];
if (share !== undefined) {
  process.send?.(sweepCrash(JSON.parse(share)));
} else if (name === 'mutants') {
  process.exitCode = sweepMutants(countOr(MUTANTS.length)) ? 0 : 1;
} else {
  const sweeps: Readonly<Record<string, () => Count | Promise<Count>>> = {
    crash: () =>
      crashInProcesses(
        { sessions: countOr(50), every: Number(values.every), seed },
        Math.max(1, Number(values.jobs)),
      ),
    link: () => (values.zml ? sweepZml(countOr(2_000), 0.3, seed) : sweepLink(countOr(100_000), 0.3, seed)),
    fuzz: () => sweepFuzz(countOr(1_000_000), seed),
  };
  const sweep = sweeps[name];
  if (sweep === undefined) throw new Error(`no sweep is called "${name}"`);
  const count = await sweep();
  const { cases, lost, doubled, unreadable } = count;
  process.stdout.write(
    values.json ? `${JSON.stringify({ cases, lost, doubled, unreadable })}\n` : asText(count),
  );
  process.exitCode = lost + doubled + unreadable > 0 ? 1 : 0;
}
