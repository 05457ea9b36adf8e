/** Small runs of the sweeps of log, sync and delivery: they find no fault, and come across every situation that they are meant to try. */
import { expect, it } from 'vitest';
import { sweepCrash } from '../../tools/sweep/log/crash.ts';
import { sweepDelivery } from '../../tools/sweep/log/delivery.ts';
import { sweepFuzz } from '../../tools/sweep/log/fuzz.ts';
import { sweepLink, sweepZml } from '../../tools/sweep/log/link.ts';
import { sweepRoutineCodes } from '../../tools/sweep/log/routine-codes.ts';
import { sweepStorage } from '../../tools/sweep/log/storage.ts';
import { sweepTakenNumbers } from '../../tools/sweep/log/taken-numbers.ts';

const NONE = { lost: 0, doubled: 0, unreadable: 0 };

it('a small crash sweep loses nothing, and comes across old, new and finished sessions, a second death, and pruning', () => {
  const { seen, ...count } = sweepCrash({ sessions: 2, every: 23 });
  expect(count).toMatchObject(NONE);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});

it('a small sweep of refusing storage and damaged files loses nothing silently', () => {
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
] as const)('a small %s loses nothing, and comes across every situation', async (_, sweep, cases, kinds) => {
  const { seen, ...count } = await sweep(cases);
  expect(count).toMatchObject(NONE);
  expect(Object.values(seen).filter((times) => times > 0)).toHaveLength(kinds);
});

it('two watches of one number, lost logs and wrong clocks lose and double nothing over a bad radio', () => {
  const findings: string[] = [];
  const { seen, ...count } = sweepTakenNumbers(60, 0.3, 1, (text) => findings.push(text));
  expect(findings).toEqual([]);
  expect(count).toMatchObject(NONE);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});

it('imports in any order, damaged lines and a redirecting webhook lose and double nothing, and no record counts as stored that is not', async () => {
  const findings: string[] = [];
  const { seen, ...count } = await sweepDelivery(40, 1, (text) => findings.push(text));
  expect(findings).toEqual([]);
  expect(count).toMatchObject(NONE);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});

it('a small fuzz run finds no reader that throws, or that accepts what was not written', () => {
  const { seen, ...count } = sweepFuzz(5_000);
  expect(count).toMatchObject(NONE);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});

it('mutated routine codes make nothing throw, and none is accepted that nobody wrote', () => {
  const { seen, ...count } = sweepRoutineCodes(4_000);
  expect(count).toMatchObject(NONE);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});
