/** The cache of files between runs. */
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pruneFiles } from '../../src/headless/cache-folder.ts';

it('the cache keeps the most recently used files of a kind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-files-'));
  for (const age of [5, 1, 4, 2, 3, 6]) {
    const path = join(folder, `engine-${age}.js`);
    writeFileSync(path, '');
    utimesSync(path, 1_000_000 - age, 1_000_000 - age);
  }
  pruneFiles(folder, 'engine-', 4);
  const kept = readdirSync(folder).sort();
  rmSync(folder, { recursive: true });
  expect(kept).toEqual(['engine-1.js', 'engine-2.js', 'engine-3.js', 'engine-4.js']);
});
