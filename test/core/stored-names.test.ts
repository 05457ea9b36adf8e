import { expect, it } from 'vitest';
import * as storedNames from '../../utils/core/stored-names.ts';
import { FEEL_TEST_STEP } from '../../utils/core/view/first-run.ts';

it('every name on disk is used once, and none is the name of a log file', () => {
  const names: readonly string[] = Object.values(storedNames);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => /^log\d/.test(name))).toEqual([]);
});

it('a watch that was left in the feel test of the first run finds its step under the old name', () => {
  expect(FEEL_TEST_STEP).toBe('cue-test');
});
