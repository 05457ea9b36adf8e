/** The work of the helper, counted in the engine of the watch. */
import { expect, it } from 'vitest';
import { helperTable } from '../../../tools/bench/tables/helper.ts';

// The aim is 2 %: docs/decisions/helper.md says what it costs today. What a watch allows is 12 % of a launch that takes a second.
it('in its busiest minute the helper works at most 5.7 % of a launch of home beside a page that plays, and 10.3 % alone', async () => {
  const { rows } = await helperTable();
  const cell = (what: string, column: string): unknown => rows.find((row) => row.what === what)?.[column];
  const percent = (what: string): unknown => cell(what, '% of a launch');
  const [beside, alone] = [
    percent('beside a page that plays, its busiest minute'),
    percent('alone, its busiest minute'),
  ];
  expect(beside).toBeGreaterThan(0);
  expect(beside).toBeLessThanOrEqual(5.7);
  expect(alone).toBeGreaterThan(Number(beside));
  expect(alone).toBeLessThanOrEqual(10.3);
  // Files and timers of the bench, which a watch does in its own code.
  const platform = cell('alone, its busiest minute', 'of it the platform of the bench, %');
  expect(platform).toBeGreaterThan(1);
  expect(platform).toBeLessThan(2.5);
}, 300_000);
