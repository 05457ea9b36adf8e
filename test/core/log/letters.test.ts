import { expect, it } from 'vitest';
import * as codes from '../../../utils/core/log/codes.ts';
import * as letters from '../../../utils/core/log/letters.ts';

it('the watch gives every word the number that its list has', () => {
  expect(codes.PHASES.map(letters.phaseCode)).toEqual([0, 1, 2]);
  expect(codes.TOOLS.map(letters.toolCode)).toEqual([0, 1]);
  expect(codes.STEPS.map(letters.stepCode)).toEqual([0, 1, 2]);
  expect(codes.SIDES.map(letters.sideCode)).toEqual([0, 1]);
  expect(codes.ENDINGS.map(letters.endingCode)).toEqual([0, 1, 2]);
  expect(codes.OUTCOMES.map(letters.outcomeCode)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(codes.MORNINGS.map(letters.morningCode)).toEqual([0, 1, 2]);
  expect(codes.ROUTINES.map(letters.routineCode)).toEqual([0, 1]);
});
