import type { PhoneStorage } from '../../app-side/phone-storage.ts';

export interface MemoryTexts extends PhoneStorage {
  readonly values: Map<string, string>;
  /** What becomes of writes: `drops` forgets them without a word, `throws` says so. */
  mode: 'keeps' | 'drops' | 'throws';
}

/** The phone's settings storage. */
export function createMemoryTexts(): MemoryTexts {
  const texts: MemoryTexts = {
    values: new Map(),
    mode: 'keeps',
    toObject: () => Object.fromEntries(texts.values),
    removeItem(key) {
      if (texts.mode === 'throws') throw new Error('quota');
      if (texts.mode === 'keeps') texts.values.delete(key);
    },
    getItem: (key) => texts.values.get(key) ?? null,
    setItem(key, value) {
      if (texts.mode === 'throws') throw new Error('quota');
      if (texts.mode === 'keeps') texts.values.set(key, value);
    },
  };
  return texts;
}
