import type { PhoneStorage } from '../../app-side/phone-storage.ts';

export interface MemoryTexts extends PhoneStorage {
  readonly values: Map<string, string>;
  /** What happens to writes: `drops` loses them silently, and `throws` throws an error. */
  mode: 'keeps' | 'drops' | 'throws';
  /** How many characters keys and texts may have together before a write is refused by a throw. */
  room: number;
}

/** The phone's settings storage. */
export function createMemoryTexts(): MemoryTexts {
  const texts: MemoryTexts = {
    values: new Map(),
    mode: 'keeps',
    room: Number.POSITIVE_INFINITY,
    toObject: () => Object.fromEntries(texts.values),
    removeItem(key) {
      if (texts.mode === 'throws') throw new Error('quota');
      if (texts.mode === 'keeps') texts.values.delete(key);
    },
    getItem: (key) => texts.values.get(key) ?? null,
    setItem(key, value) {
      if (texts.mode === 'throws') throw new Error('quota');
      if (texts.mode !== 'keeps') return;
      const other = Array.from(texts.values).filter(([name]) => name !== key);
      const used = other.reduce((sum, [name, text]) => sum + name.length + text.length, 0);
      const grows = value.length > (texts.values.get(key)?.length ?? -1);
      if (grows && used + key.length + value.length > texts.room) throw new Error('quota');
      texts.values.set(key, value);
    },
  };
  return texts;
}
