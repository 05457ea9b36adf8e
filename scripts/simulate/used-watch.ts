/** Files of a watch whose wearer has read the safety page and made choices: written by the app's own code. */
import type { Choices } from '../../utils/core/routine/plan.ts';
import { newWearer } from '../../utils/core/routine/plan.ts';
import { firstPreferences, type StandbyConsent, savePreferences } from '../../utils/run/preferences.ts';
import { createSlotStore } from '../../utils/run/slot-store.ts';

export function usedWatch(
  choices: Partial<Choices> = {},
  standby: StandbyConsent = 'refused',
): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const put = (name: string, bytes: Uint8Array): boolean => files.set(name, bytes) === files;
  const store = createSlotStore(
    { read: (name) => files.get(name) ?? null, isThere: (name) => files.has(name), write: put, append: put },
    (where, sentence) => {
      throw new Error(`${where}: ${sentence}`);
    },
  );
  savePreferences(store, {
    ...firstPreferences,
    safetySeen: true,
    standby,
    choices: { ...newWearer, ...choices },
  });
  return files;
}
