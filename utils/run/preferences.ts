/**
 * What the watch's pages need to know of the wearer, ready to use: its own answers, and what was made of the
 * preferences both ends share (`shared-preferences.ts`). Read by nearly every page, so it checks no ranges: it is
 * checksummed, and written by the app alone.
 */
import { patch } from '../core/base/patch.ts';
import type { Reminder, Strength } from '../core/preferences/preferences.ts';
import type { PlanBrief } from '../core/routine/brief.ts';
import { type Choices, newWearer } from '../core/routine/plan.ts';
import type { Side } from '../core/routine/routine.ts';
import type { Report } from '../ports/report.ts';
import type { SlotStore } from './slot-store.ts';

const NAME = 'prefs';
/** 1 had the first three fields, and choices of five. */
const VERSION = 2;

export interface WatchPreferences {
  readonly version: number;
  /** The safety page has been read and accepted. */
  readonly safetySeen: boolean;
  /** What the wearer has said to the standby; asked once. */
  readonly standby: StandbyConsent;
  readonly choices: Choices;
  /** Id of the routine that the wearer has picked. */
  readonly routine: string;
  /** The first session, in which cues are told in words, is over. */
  readonly coachDone: boolean;
  /** The feel test has been done or declined. */
  readonly feelDone: boolean;
  /** What the choices come to; null until it has been worked out. */
  readonly brief: PlanBrief | null;
  readonly strength: Strength;
  readonly wrist: Side;
  readonly turned: boolean;
  readonly reminder: Reminder;
  readonly morningQuestion: boolean;
  /** A local day on which no reminder comes any more: its hour was over when it was changed. */
  readonly quietDay: number;
}

/** `unsupported`: this watch has no such services (below API 4.0). */
export type StandbyConsent = 'unasked' | 'allowed' | 'refused' | 'unsupported';

export const newWatch: WatchPreferences = {
  version: VERSION,
  safetySeen: false,
  standby: 'unasked',
  choices: newWearer,
  routine: 'hip-release',
  coachDone: false,
  feelDone: false,
  brief: null,
  strength: 'normal',
  wrist: 'left',
  turned: false,
  reminder: { on: false, hour: 18 },
  morningQuestion: false,
  quietDay: 0,
};

/** An older version's are taken over; what it did not know is as on a new watch. */
export function loadPreferences(store: SlotStore, report: Report): WatchPreferences {
  const text = store.load(NAME);
  if (text === '') return newWatch;
  try {
    const data: WatchPreferences = JSON.parse(text);
    if (data.version <= VERSION) {
      return patch(patch(newWatch, data), { version: VERSION, choices: patch(newWearer, data.choices) });
    }
  } catch {
    // Told below: to the wearer it is the same.
  }
  report(NAME, 'are not readable by this version; the defaults are used');
  return newWatch;
}

/** False where they could not be stored (it is reported). */
export function savePreferences(store: SlotStore, preferences: WatchPreferences): boolean {
  return store.save(NAME, JSON.stringify(preferences));
}

/** What comes, for whoever only shows it, in fewer bytes than all preferences; undefined where nothing has been worked out. */
export function storedBrief(store: SlotStore): Partial<Pick<WatchPreferences, 'brief' | 'choices'>> {
  return JSON.parse(store.load(NAME) || '{}');
}
