/** A text that another bundle writes: each save is reported once, and nothing else is. */
import { expect, it } from 'vitest';
import { createWordCrc32 } from '../../utils/core/base/word-crc32.ts';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { watchText } from '../../utils/run/text-watcher.ts';
import { createMemoryFiles } from '../support/memory-files.ts';

it('a text is reported once after each save', () => {
  const files = createMemoryFiles();
  const store = createTextStore(files, () => {});
  const newest = watchText(files, OPEN_SESSION, createWordCrc32());
  expect(newest()).toBeNull();
  for (const text of ['one', 'two', 'three', 'four']) {
    store.save(OPEN_SESSION, text);
    expect([newest(), newest(), newest()]).toEqual([text, null, null]);
  }
});

it('of two saves between two reads only the newer one is reported', () => {
  const files = createMemoryFiles();
  const store = createTextStore(files, () => {});
  const newest = watchText(files, OPEN_SESSION, createWordCrc32());
  for (const text of ['one', 'two', 'three', 'four', 'five']) {
    store.save(OPEN_SESSION, `${text}, first`);
    store.save(OPEN_SESSION, text);
    expect([newest(), newest()]).toEqual([text, null]);
  }
});

it('an existing text is reported at the first read, and a damaged one is not', () => {
  const files = createMemoryFiles();
  createTextStore(files, () => {}).save(OPEN_SESSION, 'one');
  expect(watchText(files, OPEN_SESSION, createWordCrc32())()).toBe('one');
  for (const [name, bytes] of files.contents) files.contents.set(name, bytes.slice(0, -1));
  expect(watchText(files, OPEN_SESSION, createWordCrc32())()).toBeNull();
});
