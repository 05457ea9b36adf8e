/** The phone's store of failures: the watch's ring as it has arrived, and the phone's own. The only writer of `ring.` keys. */
import { addReport } from '../utils/core/report-ring.ts';
import { joinRings, withoutSecrets } from '../utils/core/ring-entries.ts';
import type { TextStore } from './record-store.ts';

export interface RingStore {
  /** Takes the watch's ring, whole, late or doubled. */
  take(ring: string): void;
  /** Notes a failure of the phone's own; what may be a secret is cut out. */
  add(where: string, sentence: string, atMs: number): void;
}

export function createRingStore(texts: TextStore): RingStore {
  /** A write wakes the service, so what is there already is not written. A full storage loses the report, never the caller. */
  function put(key: string, change: (ring: string) => string): void {
    try {
      const before = texts.getItem(key) ?? '';
      const after = change(before);
      if (after !== before) texts.setItem(key, after);
    } catch {
      // Said above.
    }
  }
  return {
    take: (ring) => put('ring.watch', (kept) => joinRings(kept, ring)),
    add: (where, sentence, atMs) =>
      put('ring.phone', (kept) => addReport(kept, `${where}: ${withoutSecrets(sentence)}`, atMs, '')),
  };
}
