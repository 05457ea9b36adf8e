/**
 * What the watch's pages need to know of the wearer, ready to use: its own answers, and what was made of the
 * preferences both ends share (`shared-preferences.ts`). Read by nearly every page, so it checks no ranges: it is
 * checksummed, and written by the app alone.
 */
import { patch } from '../core/base/patch.ts';
import type { Strength } from '../core/cue/vocabulary.ts';
import type { Reminder } from '../core/preferences/preferences.ts';
import { newWearer, type PlanPreferences } from '../core/routine/plan.ts';
import type { PlanSummary } from '../core/routine/plan-summary.ts';
import { PAGE_PREFERENCES } from '../core/stored-names.ts';
import type { Report } from '../ports/report.ts';
import type { TextStore } from './text-store.ts';

/** 1 had the first three fields, and choices of five. */
const VERSION = 2;

export interface WatchPreferences {
  readonly version: number;
  /** The safety page has been read and accepted. */
  readonly safetySeen: boolean;
  /** What the wearer has said to the helper; asked once. */
  readonly helper: HelperConsent;
  readonly choices: PlanPreferences;
  /** Id of the routine that the wearer has picked. */
  readonly routine: string;
  /** The first session, in which cues are told in words, is over. */
  readonly coachDone: boolean;
  /** What the choices come to; null until it has been worked out. */
  readonly brief: PlanSummary | null;
  readonly strength: Strength;
  readonly reminder: Reminder;
  readonly morningQuestion: boolean;
  /** A local day on which no reminder comes any more: its hour was over when it was changed. */
  readonly quietDay: number;
}

/** `unsupported`: this watch has no such services (below API 4.0). */
export type HelperConsent = 'unasked' | 'allowed' | 'refused' | 'unsupported';

/** As stored: the helper's consent stands under the name that version 0.1.0 gave it. */
type StoredPreferences = Omit<WatchPreferences, 'helper'> & { standby?: HelperConsent };

export const newWatch: WatchPreferences = {
  version: VERSION,
  safetySeen: false,
  helper: 'unasked',
  choices: newWearer,
  routine: 'hip-release',
  coachDone: false,
  brief: null,
  strength: 'normal',
  reminder: { on: false, hour: 18 },
  morningQuestion: false,
  quietDay: 0,
};

/** An older version's are taken over; what it did not know is as on a new watch. */
export function loadPreferences(store: TextStore, report: Report): WatchPreferences {
  const text = store.load(PAGE_PREFERENCES);
  if (text === '') return newWatch;
  try {
    const data: Partial<StoredPreferences> & { version: number } = JSON.parse(text);
    if (data.version <= VERSION) {
      const helper = data.standby || newWatch.helper;
      delete data.standby;
      return patch(patch(newWatch, data), {
        version: VERSION,
        helper,
        choices: patch(newWearer, data.choices || {}),
      });
    }
  } catch {
    // Told below: to the wearer it is the same.
  }
  report(PAGE_PREFERENCES, 'are not readable by this version; the defaults are used');
  return newWatch;
}

/** False where they could not be stored (it is reported). */
export function savePreferences(store: TextStore, preferences: WatchPreferences): boolean {
  const stored: StoredPreferences & { helper?: HelperConsent } = {
    ...preferences,
    standby: preferences.helper,
  };
  delete stored.helper;
  return store.save(PAGE_PREFERENCES, JSON.stringify(stored));
}

/** What comes, for whoever only shows it, in fewer bytes than all preferences; undefined where nothing has been worked out. */
export function storedPlanSummary(store: TextStore): Partial<Pick<WatchPreferences, 'brief' | 'choices'>> {
  return JSON.parse(store.load(PAGE_PREFERENCES) || '{}');
}
