/** A text that another bundle writes: each save is reported once, and nothing else is. */
import { describe, expect, it } from 'vitest';
import { createWordCrc32 } from '../../utils/core/base/word-crc32.ts';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { watchText } from '../../utils/run/text-watcher.ts';
import { createMemoryFiles } from '../support/memory-files.ts';

it('a text is reported once after each save', () => {
  const files = createMemoryFiles();
  const store = createTextStore(files, () => {});
  const { newest } = watchText(files, OPEN_SESSION, createWordCrc32());
  expect(newest()).toBeNull();
  for (const text of ['one', 'two', 'three', 'four']) {
    store.save(OPEN_SESSION, text);
    expect([newest(), newest(), newest()]).toEqual([text, null, null]);
  }
});

it('of two saves between two reads only the newer one is reported', () => {
  const files = createMemoryFiles();
  const store = createTextStore(files, () => {});
  const { newest } = watchText(files, OPEN_SESSION, createWordCrc32());
  for (const text of ['one', 'two', 'three', 'four', 'five']) {
    store.save(OPEN_SESSION, `${text}, first`);
    store.save(OPEN_SESSION, text);
    expect([newest(), newest()]).toEqual([text, null]);
  }
});

it('an existing text is reported at the first read, and a damaged one is not', () => {
  const files = createMemoryFiles();
  createTextStore(files, () => {}).save(OPEN_SESSION, 'one');
  expect(watchText(files, OPEN_SESSION, createWordCrc32()).newest()).toBe('one');
  for (const [name, bytes] of files.contents) files.contents.set(name, bytes.slice(0, -1));
  expect(watchText(files, OPEN_SESSION, createWordCrc32()).newest()).toBeNull();
});

describe('a text with a beginning that is known', () => {
  const PLAN = '{"plan":"left, then right; and back","at":';
  const crc32Of = createWordCrc32();

  /** A watcher that has read a text and expects its beginning, of this length, in the next. */
  function expecting(length: number) {
    const files = createMemoryFiles();
    const store = createTextStore(files, () => {});
    let checkedBytes = 0;
    const counting: typeof crc32Of = (bytes, from = 0, to = bytes.length, before = 0) => {
      checkedBytes += to - from;
      return crc32Of(bytes, from, to, before);
    };
    const watcher = watchText(files, OPEN_SESSION, counting);
    store.save(OPEN_SESSION, `${PLAN}1}`);
    watcher.newest();
    watcher.expect(PLAN.slice(0, length));
    checkedBytes = 0;
    return { files, store, newest: watcher.newest, checkedBytes: () => checkedBytes };
  }

  it.each([0, 1, 2, 17, 18, PLAN.length])('of %i characters is given as it was stored', (length) => {
    const { store, newest } = expecting(length);
    for (const text of [`${PLAN}22}`, `${PLAN}333}`, `${PLAN}`, 'another', '', `${PLAN}4}`]) {
      store.save(OPEN_SESSION, text);
      expect([newest(), newest()]).toEqual([text, null]);
    }
  });

  it('is checked without that beginning', () => {
    const { store, newest, checkedBytes } = expecting(PLAN.length);
    store.save(OPEN_SESSION, `${PLAN}22}`);
    newest();
    // The revision and the end.
    expect(checkedBytes()).toBe(4 + '22}'.length);
  });

  it('is refused if any bit of it is another, before, in or after what is known, or if it is cut off', () => {
    const { files, store, newest } = expecting(PLAN.length);
    store.save(OPEN_SESSION, `${PLAN}22}`);
    const stored = [...files.contents].find(([, bytes]) => bytes.length === 8 + PLAN.length + 3);
    const [name, bytes] = stored as [string, Uint8Array];
    const other = [...files.contents.keys()].find((one) => one !== name) as string;
    files.contents.delete(other);
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const damaged = bytes.slice();
      damaged[bit >> 3] = (damaged[bit >> 3] as number) ^ (1 << (bit & 7));
      files.contents.set(name, damaged);
      expect(newest()).toBeNull();
    }
    for (let length = 0; length < bytes.length; length++) {
      files.contents.set(name, bytes.slice(0, length));
      expect(newest()).toBeNull();
    }
    files.contents.set(name, bytes);
    expect(newest()).toBe(`${PLAN}22}`);
  });
});
