import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sweepCrash } from '../../tools/sweep/log/crash.ts';
import { sweepFuzz } from '../../tools/sweep/log/fuzz.ts';
import { sweepLink, sweepZml } from '../../tools/sweep/log/link.ts';
import { MUTANTS, sweepMutants } from '../../tools/sweep/mutants.ts';

const NONE = { lost: 0, doubled: 0, unreadable: 0 };

it('a small crash sweep loses nothing and sees sessions old, new and finished, a second death, and pruning', () => {
  const { seen, ...count } = sweepCrash({ sessions: 2, every: 23 });
  expect(count).toMatchObject(NONE);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});

it('a small link sweep loses nothing and sees restarts, wiped phones and pruning', () => {
  const { seen, ...count } = sweepLink(150);
  expect(count).toMatchObject(NONE);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});

it('a small link sweep through zml itself loses nothing and sees broken links and dead services too', async () => {
  const { seen, ...count } = await sweepZml(60);
  expect(count).toMatchObject(NONE);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});

it('a small fuzz run makes no reader throw and none accept what was not written', () => {
  const { seen, ...count } = sweepFuzz(5_000);
  expect(count).toMatchObject(NONE);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});

it('every mutant still finds its line in the sources', () => {
  const gone = MUTANTS.filter(({ file, from }) => !readFileSync(file, 'utf8').includes(from));
  expect(gone).toEqual([]);
});

it('the first mutant is found out by tests that pass without it', () => {
  expect(sweepMutants(1)).toBe(true);
});
