import { expect, it } from 'vitest';
import * as storedNames from '../../utils/core/stored-names.ts';
import { FEEL_TEST_STEP } from '../../utils/core/view/first-run.ts';

it('no two things have one name on disk, and none has the name of a log file', () => {
  const names: readonly string[] = Object.values(storedNames);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => /^log\d/.test(name))).toEqual([]);
});

it('a watch that was left in the feel test of the first run finds its step under the name of old', () => {
  expect(FEEL_TEST_STEP).toBe('cue-test');
});
