import { expect, it } from 'vitest';
import * as storedNames from '../../utils/core/stored-names.ts';

it('no two things have one name on disk, and none has the name of a log file', () => {
  const names: readonly string[] = Object.values(storedNames);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => /^log\d/.test(name))).toEqual([]);
});
