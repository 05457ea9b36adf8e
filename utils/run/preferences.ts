/** The wearer's choices on the watch. Unknown or damaged data gives the defaults and a sentence. */
import { patch } from '../core/base/patch.ts';
import { type Choices, newWearer } from '../core/routine/plan.ts';
import type { Report } from '../ports/report.ts';
import type { SlotStore } from './slot-store.ts';

const NAME = 'prefs';
const VERSION = 1;

export interface Preferences {
  readonly version: number;
  /** The safety page has been read and accepted. */
  readonly safetySeen: boolean;
  /** What the wearer has said to the standby; asked once. */
  readonly standby: StandbyConsent;
  readonly choices: Choices;
}

/** `unsupported`: this watch has no such services (below API 4.0). */
export type StandbyConsent = 'unasked' | 'allowed' | 'refused' | 'unsupported';

export const firstPreferences: Preferences = {
  version: VERSION,
  safetySeen: false,
  standby: 'unasked',
  choices: newWearer,
};

export function loadPreferences(store: SlotStore, report: Report): Preferences {
  const text = store.load(NAME);
  if (text === '') return firstPreferences;
  try {
    const data: Preferences = JSON.parse(text);
    if (data.version === VERSION) {
      return patch(firstPreferences, {
        safetySeen: data.safetySeen === true,
        standby: data.standby === undefined ? 'unasked' : data.standby,
        choices: patch(newWearer, data.choices),
      });
    }
  } catch {
    // Told below: to the wearer it is the same.
  }
  report(NAME, 'are not readable by this version; the defaults are used');
  return firstPreferences;
}

/** False where they could not be stored (it is reported). */
export function savePreferences(store: SlotStore, preferences: Preferences): boolean {
  return store.save(NAME, JSON.stringify(preferences));
}
