/** The failure reports that the phone keeps: those of the watch as they have arrived, and its own. The only writer of `ring.` keys. */
import { hideSecrets } from '../utils/core/integrations/hide-secrets.ts';
import { addReport } from '../utils/core/report-ring.ts';
import { joinRings } from '../utils/core/ring-entries.ts';
import type { PhoneStorage } from './phone-storage.ts';

export function createReportStore(storage: PhoneStorage) {
  function change(key: string, next: (ring: string) => string): void {
    try {
      const before = storage.getItem(key) ?? '';
      const after = next(before);
      // A write wakes the service, so a text that is stored already is not written again.
      if (after !== before) storage.setItem(key, after);
    } catch {
      // Ignored: a full storage loses the report, not the caller.
    }
  }
  return {
    /** Joins the reports of the watch with those stored. They always come whole, perhaps late or twice. */
    addWatchReports: (ring: string, nowMs: number) =>
      change('ring.watch', (stored) => joinRings(stored, ring, nowMs)),
    /** Stores a failure of the phone itself, without what may be a secret. */
    add: (where: string, sentence: string, atMs: number) =>
      change('ring.phone', (stored) =>
        addReport(stored, `${where}: ${hideSecrets(sentence, (key) => storage.getItem(key))}`, atMs, ''),
      ),
  };
}
