import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MUTANTS } from '../../tools/sweep/mutant-list.ts';
import { sweepMutants } from '../../tools/sweep/mutants.ts';
import { liveYear } from '../../tools/sweep/year/year.ts';

it.each([1, 2, 3, 4, 5])(
  'nothing that the app says after a year of careless use contradicts that year, seed %i',
  (seed) => {
    const { sessions, faults } = liveYear(seed);
    expect(sessions).toBeGreaterThan(100);
    expect(faults).toEqual([]);
  },
);

it('every mutant still finds its line in the sources', () => {
  const gone = MUTANTS.filter(({ file, from }) => !readFileSync(file, 'utf8').includes(from));
  expect(gone).toEqual([]);
});

it('the first mutant is found out by tests that pass without it', async () => {
  expect(await sweepMutants(MUTANTS.slice(0, 1))).toBe(true);
});
