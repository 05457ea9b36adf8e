/** Every number of every built-in routine has a source, and the published numbers do not change. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../../../tools/shared/project.ts';
import type { Routine } from '../../../utils/core/routine/routine.ts';
import type { RoutineSources } from '../../../utils/core/routine/routine-sources.ts';
import { sources as hipSources } from '../../../utils/core/routine/routines/hip-release.ts';

interface RoutineFile {
  readonly routine: Routine;
  readonly sources: RoutineSources;
}

const folder = join(repositoryRoot, 'utils/core/routine/routines');
const files = await Promise.all(
  readdirSync(folder).map(async (name): Promise<readonly [string, RoutineFile]> => {
    return [name.replace(/\.ts$/, ''), await import(join(folder, name))];
  }),
);

/** Path and value of every number below `data`. */
function numbersIn(data: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof data === 'number') return [[path, data]];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    numbersIn(value, path === '' ? name : `${path}/${name}`),
  );
}

it.each(files)(
  'every number of %s has a source with the same value, and every source has a number',
  (_name, { routine, sources }) => {
    const { version: _version, ...prescription } = routine;
    const told = Object.entries(sources.numbers).map(([path, [, value]]) => [path, value] as const);
    expect(Object.fromEntries(numbersIn(prescription))).toEqual(Object.fromEntries(told));
  },
);

it.each(files)('every source of %s gives a reason, and at least one was published', (_name, { sources }) => {
  const numbers = Object.values(sources.numbers);
  expect(numbers.filter(([, , why]) => why.trim() === '')).toEqual([]);
  expect(numbers.some(([from]) => from === 'text')).toBe(true);
  expect(sources.published.trim()).not.toBe('');
});

it('the hip release has the published numbers', () => {
  const published = Object.entries(hipSources.numbers).filter(([, [from]]) => from === 'text');
  expect(Object.fromEntries(published.map(([path, [, value]]) => [path, value]))).toEqual({
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
    'mostSpots/sore': 2,
    'rest/sore/earliestDays': 2,
    'rest/sore/latestDays': 3,
    'rest/active/earliestDays': 2,
    'rest/maintenance/earliestDays': 7,
    'rest/maintenance/latestDays': 14,
  });
});
