/**
 * What the watch's pages need to know of the wearer, ready to use: the preferences that watch and phone share, as
 * `apply-preferences.ts` has left them, and the watch's own answers. Nearly every page reads this, so it checks no ranges:
 * it is checksummed, and the app alone writes it.
 */
import { firstPreferences, type Preferences } from '../core/preferences/preference-table.ts';
import { fromStored, planPreferencesOf, toStored } from '../core/preferences/preferences.ts';
import type { PlanSummary } from '../core/routine/plan-summary.ts';
import { PAGE_PREFERENCES } from '../core/stored-names.ts';
import type { Report } from '../ports/ports.ts';
import type { TextStore } from './text-store.ts';

const VERSION = 2;

export interface WatchPreferences extends Preferences {
  /** The safety page has been read and accepted. */
  readonly safetySeen: boolean;
  /** What the wearer has said to the helper; asked once. */
  readonly helper: HelperConsent;
  /** The first session, in which cues are told in words, is over. */
  readonly coachDone: boolean;
  /** The card that tells what short and long pulses mean has been read. Version 0.1.0 had other patterns, and another card. */
  readonly cardSeen: boolean;
  /** The plan in a few numbers; null until it has been worked out. */
  readonly planSummary: PlanSummary | null;
  /** A local day on which no reminder comes any more: its hour was over when it was changed. */
  readonly quietDay: number;
}

/** `unsupported`: this watch has no such services (below API 4.0). */
export type HelperConsent = 'unasked' | 'allowed' | 'refused' | 'unsupported';

export const newWatch: WatchPreferences = {
  ...firstPreferences,
  safetySeen: false,
  helper: 'unasked',
  coachDone: false,
  cardSeen: false,
  planSummary: null,
  quietDay: 0,
};

/** The stored text's fields, under the names that version 0.1.0 gave them. */
interface StoredPreferences {
  readonly version: number;
  readonly safetySeen: boolean;
  readonly standby: HelperConsent;
  readonly coachDone: boolean;
  readonly cardSeen: boolean;
  readonly brief: StoredSummary | null;
  readonly quietDay: number;
  /** What a plan is made from; the other preferences stand beside it. */
  readonly choices: object;
}

type StoredSummary = Omit<PlanSummary, 'kit'> & { readonly tool: PlanSummary['kit'] };

/** A field that is not stored is as on a new watch. Where nothing can be read, everything is, and a sentence is reported. */
export function loadPreferences(store: TextStore, report: Report): WatchPreferences {
  const text = store.load(PAGE_PREFERENCES);
  if (text === '') return newWatch;
  try {
    const data: Partial<StoredPreferences> & { readonly version: number } = JSON.parse(text);
    if (data.version <= VERSION) return fromText(data);
  } catch {
    // Reported below, like a version that is not known here.
  }
  report(PAGE_PREFERENCES, 'are not readable by this version; the defaults are used');
  return newWatch;
}

/** False where they could not be stored (it is reported). */
export function savePreferences(store: TextStore, preferences: WatchPreferences): boolean {
  const { safetySeen, helper, coachDone, cardSeen, planSummary, quietDay } = preferences;
  const stored: StoredPreferences = {
    ...toStored(preferences),
    version: VERSION,
    safetySeen,
    standby: helper,
    coachDone,
    cardSeen,
    brief: planSummary && storedSummary(planSummary),
    quietDay,
    choices: toStored(planPreferencesOf(preferences)),
  };
  return store.save(PAGE_PREFERENCES, JSON.stringify(stored));
}

function fromText(data: Partial<StoredPreferences>): WatchPreferences {
  const { safetySeen, standby, coachDone, cardSeen, brief, quietDay, choices } = data;
  return {
    ...newWatch,
    ...fromStored({ ...data, ...choices }),
    safetySeen: safetySeen || newWatch.safetySeen,
    helper: standby || newWatch.helper,
    coachDone: coachDone || newWatch.coachDone,
    cardSeen: cardSeen || newWatch.cardSeen,
    planSummary: brief ? fromStoredSummary(brief) : null,
    quietDay: quietDay || newWatch.quietDay,
  };
}

function storedSummary(summary: PlanSummary): StoredSummary {
  const { kit: tool, ...others } = summary;
  return { ...others, tool };
}

function fromStoredSummary(stored: StoredSummary): PlanSummary {
  const { tool: kit, ...others } = stored;
  return { ...others, kit };
}
