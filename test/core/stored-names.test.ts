import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as storedNames from '../../utils/core/stored-names.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/storage.md'), 'utf8');

it('docs/storage.md lists every name that is stored, and no other', () => {
  const listed = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual(Object.values(storedNames).sort());
});

it('no two things have one name on disk, and none has the name of a log file', () => {
  const names: readonly string[] = Object.values(storedNames);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => /^log\d/.test(name))).toEqual([]);
});
