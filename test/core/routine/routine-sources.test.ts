/** Every number of the built-in routine has a source, and the published ones stay what they are. */
import { expect, test } from 'vitest';
import { defaultRoutine } from '../../../utils/core/routine/default-routine.ts';
import { defaultSources } from '../../../utils/core/routine/routine-sources.ts';

/** Path and value of every number below `data`. */
function numbersIn(data: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof data === 'number') return [[path, data]];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    numbersIn(value, path === '' ? name : `${path}/${name}`),
  );
}

const { version: _version, ...prescription } = defaultRoutine;

test('every number has a source with the same value, and no source is without its number', () => {
  const sources = Object.entries(defaultSources).map(([path, source]) => [path, source.value] as const);
  expect(Object.fromEntries(numbersIn(prescription))).toEqual(Object.fromEntries(sources));
});

test('the published numbers are the published ones', () => {
  const published = Object.entries(defaultSources).filter(([, source]) => source.from === 'text');
  expect(Object.fromEntries(published.map(([path, source]) => [path, source.value]))).toEqual({
    'steps/0/doses/ball/0/atS': 30,
    'steps/0/doses/ball/1/atS': 60,
    'steps/0/doses/hook/0/atS': 30,
    'steps/0/doses/hook/1/atS': 60,
    'steps/0/doses/hook/2/atS': 90,
    'steps/0/spots/sore': 1,
    'steps/1/doses/ball/0/atS': 30,
    'steps/1/doses/ball/1/atS': 60,
    'steps/1/spots/sore': 1,
    'steps/2/lifts': 10,
    'rest/sore/earliestDays': 2,
    'rest/sore/latestDays': 3,
    'rest/active/earliestDays': 2,
    'rest/maintenance/earliestDays': 7,
    'rest/maintenance/latestDays': 14,
  });
});

test('every source says why', () => {
  expect(Object.values(defaultSources).filter((source) => source.why.trim() === '')).toEqual([]);
});
