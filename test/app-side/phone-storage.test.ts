/** Texts that are stored either all or not at all, whatever the phone's storage does with a write. */
import { describe, expect, it } from 'vitest';
import { removeKey, writeAll, writeText } from '../../app-side/phone-storage.ts';
import { createMemoryTexts } from '../support/memory-texts.ts';

const TEXTS = [
  ['one', 'a'.repeat(40)],
  ['two', 'b'.repeat(40)],
  ['three', 'c'.repeat(40)],
] as const;

describe('several texts', () => {
  it('are all stored', () => {
    const texts = createMemoryTexts();
    expect(writeAll(texts, TEXTS)).toBe(true);
    expect(texts.toObject()).toEqual(Object.fromEntries(TEXTS));
  });

  it.each([1, 43, 90, 120])('leave a storage with room for %i characters as it was', (room) => {
    const before = { two: 'old', other: 'kept' };
    const texts = createMemoryTexts();
    for (const [key, text] of Object.entries(before)) texts.setItem(key, text);
    texts.room = 14 + room;
    expect(writeAll(texts, TEXTS)).toBe(false);
    expect(texts.toObject()).toEqual(before);
  });

  it.each(['drops', 'throws'] as const)('are not stored by a storage that %s', (mode) => {
    const texts = createMemoryTexts();
    texts.setItem('two', 'old');
    texts.mode = mode;
    expect(writeAll(texts, TEXTS)).toBe(false);
    expect(texts.toObject()).toEqual({ two: 'old' });
  });

  it('count as stored if there are none', () => {
    expect(writeAll(createMemoryTexts(), [])).toBe(true);
  });
});

it.each([
  ['keeps', true],
  ['drops', false],
  ['throws', false],
] as const)('a storage that %s a text has it stored: %s', (mode, expected) => {
  const texts = createMemoryTexts();
  texts.mode = mode;
  expect(writeText(texts, 'one', 'a')).toBe(expected);
});

it('removing a key throws nothing', () => {
  const texts = createMemoryTexts();
  texts.setItem('one', 'a');
  texts.mode = 'throws';
  removeKey(texts, 'one');
  texts.mode = 'keeps';
  removeKey(texts, 'one');
  expect(texts.toObject()).toEqual({});
});
