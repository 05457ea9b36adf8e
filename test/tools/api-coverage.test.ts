/** How much of the watch's API the simulator has, judged by the packaged types. */
import { expect, it } from 'vitest';
import { apiCoverage, countIn, coverageText, declaredMembers } from '../../tools/simulate/api-coverage.ts';

const TYPES = `declare module '@zos/user' {
  const GENDER_MALE: number
  function getProfile(): number
  function readMind(): number
  interface Mind {
  }
}
declare module '@zos/ui' {
            interface IHmUIFunction {
                createWidget(type: number): void;
                createGauge: () => void;
            }
            interface IHmUIOther {
                other: number;
            }
  const widget: number
}
declare module '@zos/empty' {
}`;

it('the members are the constants, functions and classes of each module', () => {
  expect([...declaredMembers(TYPES)]).toEqual([
    ['@zos/user', ['GENDER_MALE', 'getProfile', 'readMind']],
    ['@zos/ui', ['createWidget', 'createGauge', 'widget']],
  ]);
});

it('the report names what is missing', async () => {
  const coverage = await apiCoverage(`${TYPES}
declare module '@zos/app-access' {
  function getSportData(): void
}`);
  expect(coverageText(coverage)).toBe(`@zos/user 2 of 3; absent: readMind
@zos/ui 2 of 3; absent: createGauge
@zos/app-access 0 of 1; throws by name: getSportData
4 implemented, 1 throw by name, 2 absent
`);
});

it('the simulator has nearly all members, and the others throw an error with their name', async () => {
  const coverage = await apiCoverage();
  expect(countIn(coverage, 'implemented')).toBeGreaterThanOrEqual(295);
  expect(countIn(coverage, 'absent')).toBe(0);
});
