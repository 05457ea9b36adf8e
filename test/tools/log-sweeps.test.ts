/** Small forms of the sweeps of log, sync and delivery: they find nothing, and meet everything that they are there to meet. */
import { expect, it } from 'vitest';
import { sweepCrash } from '../../tools/sweep/log/crash.ts';
import { sweepDelivery } from '../../tools/sweep/log/delivery.ts';
import { sweepFuzz } from '../../tools/sweep/log/fuzz.ts';
import { sweepLink, sweepZml } from '../../tools/sweep/log/link.ts';
import { sweepRoutineCodes } from '../../tools/sweep/log/routine-codes.ts';
import { sweepStorage } from '../../tools/sweep/log/storage.ts';
import { sweepTakenNumbers } from '../../tools/sweep/log/taken-numbers.ts';

const NONE = { lost: 0, doubled: 0, unreadable: 0 };

it('a small crash sweep loses nothing and sees sessions old, new and finished, a second death, and pruning', () => {
  const { seen, ...count } = sweepCrash({ sessions: 2, every: 23 });
  expect(count).toMatchObject(NONE);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});

it('a small sweep of storage that refuses, and of files that are spoilt, loses nothing in silence', () => {
  const findings: string[] = [];
  const { seen, ...count } = sweepStorage({
    every: 97,
    spoils: 25,
    onFinding: (text) => findings.push(text),
  });
  expect(findings).toEqual([]);
  expect(count).toMatchObject(NONE);
  const { 'gone, and the watch has reported it': _, ...usual } = seen;
  for (const times of Object.values(usual)) expect(times).toBeGreaterThan(0);
});

it.each([
  ['link', sweepLink, 150, 5],
  ['link sweep through zml itself', sweepZml, 60, 6],
] as const)(
  'a small %s loses nothing, and all that may happen has happened',
  async (_, sweep, cases, kinds) => {
    const { seen, ...count } = await sweep(cases);
    expect(count).toMatchObject(NONE);
    expect(Object.values(seen).filter((times) => times > 0)).toHaveLength(kinds);
  },
);

it('two watches of one number, lost logs and wrong clocks lose and double nothing over a bad radio', () => {
  const findings: string[] = [];
  const { seen, ...count } = sweepTakenNumbers(60, 0.3, 1, (text) => findings.push(text));
  expect(findings).toEqual([]);
  expect(count).toMatchObject(NONE);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});

it('imports in any order, damaged lines and a webhook that leads on lose and double nothing, and nothing counts that is nowhere', async () => {
  const findings: string[] = [];
  const { seen, ...count } = await sweepDelivery(40, 1, (text) => findings.push(text));
  expect(findings).toEqual([]);
  expect(count).toMatchObject(NONE);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});

it('a small fuzz run makes no reader throw and none accept what was not written', () => {
  const { seen, ...count } = sweepFuzz(5_000);
  expect(count).toMatchObject(NONE);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});

it('of mutated codes of routines none throws, and none is taken that nobody has written', () => {
  const { seen, ...count } = sweepRoutineCodes(4_000);
  expect(count).toMatchObject(NONE);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});
