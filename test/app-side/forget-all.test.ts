/** "Delete everything": what it marks, what it deletes, and when it does not claim to be done. */
import { expect, it } from 'vitest';
import { createRecordStore } from '../../app-side/record-store.ts';
import { asciiBytes } from '../../utils/core/base/bytes.ts';
import { encodeFrame, type Frame, SESSION } from '../../utils/core/log/frame.ts';
import { installOfKey, isBlockKey } from '../../utils/core/sync/frame-block.ts';
import { createMemoryTexts, type MemoryTexts } from '../support/memory-texts.ts';
import { frameOf } from '../support/records.ts';

const WATCH = 0xbeef;
const OTHER = 0xcafe;
const otherwise = (seq: number): Frame => encodeFrame(SESSION, seq, asciiBytes('another'));
const watches = (texts: MemoryTexts): readonly (number | null)[] =>
  [...texts.values.keys()].filter(isBlockKey).map(installOfKey);

it('is not done while a record is still stored, and can be repeated', () => {
  const texts = createMemoryTexts();
  const store = createRecordStore(texts, () => 0.5);
  store.insert(WATCH, [frameOf(1)]);
  const { removeItem } = texts;
  texts.removeItem = () => {
    throw new Error('busy');
  };
  expect([store.forgetAll(), watches(texts)]).toEqual([false, [WATCH]]);
  texts.removeItem = removeItem;
  expect([store.forgetAll(), watches(texts)]).toEqual([true, []]);
});

it('deletes nothing of a watch if the marks of another could not be stored', () => {
  const texts = createMemoryTexts();
  const store = createRecordStore(texts, () => 0.5);
  store.insert(WATCH, [frameOf(1)]);
  store.insert(OTHER, [frameOf(5)]);
  const { setItem } = texts;
  texts.setItem = (key, value) => (key === 'watch.cafe' ? undefined : setItem(key, value));
  expect([store.forgetAll(), watches(texts)]).toEqual([false, [WATCH, OTHER]]);
});

it('leaves everything that is no record, such as preferences and what is known of each watch', () => {
  const texts = createMemoryTexts();
  const store = createRecordStore(texts, () => 0.5);
  store.noteWatch(WATCH, 1, 1);
  store.insert(WATCH, [frameOf(1)]);
  texts.setItem('preferences', '{}');
  expect(store.forgetAll()).toBe(true);
  expect([texts.getItem('preferences'), store.forgotten(WATCH)]).toEqual(['{}', 1]);
});

it('marks each watch, but not the watch number that the phone made up for a second record under one number', () => {
  const texts = createMemoryTexts();
  const store = createRecordStore(texts, () => 0.5);
  store.insert(WATCH, [frameOf(1)]);
  store.insert(WATCH, [otherwise(1)]);
  store.insert(OTHER, [frameOf(5)]);
  expect(new Set(watches(texts))).toEqual(new Set([WATCH, WATCH + 1, OTHER]));
  expect(store.forgetAll()).toBe(true);
  expect([WATCH, WATCH + 1, OTHER].map(store.forgotten)).toEqual([1, 0, 5]);
});

it.each([
  [WATCH, WATCH + 1],
  [0xfffffffd, 0xfffffffe],
  [0xfffffffe, 1],
])('the second record of a number of watch %i is kept as one of watch %i', (install, made) => {
  const texts = createMemoryTexts();
  const store = createRecordStore(texts, () => 0.5);
  store.insert(install, [frameOf(1)]);
  expect(store.insert(install, [otherwise(1)])).toBe(true);
  expect(new Set(watches(texts))).toEqual(new Set([install, made]));
});
