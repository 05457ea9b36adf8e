/** A store in which what was deleted stays deleted: those numbers count as held, and are never taken in again. */
import type { RecordStore } from '../utils/core/sync/inbox.ts';
import { ERASE_KEY } from '../utils/core/sync/phone-keys.ts';
import type { PhoneTexts } from './phone-texts.ts';

export function withoutErased(store: RecordStore, texts: PhoneTexts): RecordStore {
  return {
    epoch: store.epoch,
    insert: (install, frames) => {
      const erased = erasedThrough(texts, install);
      const wanted = frames.filter((frame) => frame.seq > erased);
      return store.insert(install, wanted);
    },
    through: (install, floor) => store.through(install, Math.max(floor, erasedThrough(texts, install) + 1)),
  };
}

/** The highest seq of this watch that was deleted, or 0. */
export function erasedThrough(texts: PhoneTexts, install: number): number {
  try {
    const through: unknown = JSON.parse(texts.getItem(ERASE_KEY) ?? '{}')[install.toString(16)];
    return typeof through === 'number' ? through : 0;
  } catch {
    return 0;
  }
}
