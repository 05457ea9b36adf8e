/**
 * What the watch's pages need to know about the wearer, ready to use: the preferences that watch and phone share, stored by
 * `apply-preferences.ts`, and the watch's own answers. Nearly every page reads this, so it checks no ranges: the text has a
 * checksum, and only the app writes it. This module also queues changes of the shared preferences. `apply-preferences.ts`
 * merges them, only between sessions, because an open session already has its plan.
 */
import { type Fields, fieldsOf, hasShape, isFields } from '../core/base/fields.ts';
import { PHASES } from '../core/log/codes.ts';
import { firstPreferences, type Preferences } from '../core/preferences/preference-table.ts';
import { fromStored, planPreferencesOf, toStored } from '../core/preferences/preferences.ts';
import { planMaker } from '../core/routine/built-in.ts';
import type { PlanSummary } from '../core/routine/plan-summary.ts';
import type { Stage } from '../core/routine/routine.ts';
import {
  PAGE_PREFERENCES,
  PREFERENCES_FROM_PHONE,
  STAGE_FROM_PHONE,
  WAITING_CHANGES,
} from '../core/stored-names.ts';
import type { FirstRunStep } from '../core/view/first-run.ts';
import type { Report } from '../ports/ports.ts';
import {
  type HelperConsent,
  readStoredPreferences,
  type StoredPreferences,
  type StoredSummary,
  VERSION,
} from './stored-preferences.ts';
import { loadJson, type TextStore } from './text-store.ts';

export interface WatchPreferences extends Preferences {
  /** The safety page has been read and accepted. */
  readonly safetySeen: boolean;
  /** The wearer's answer about the helper, which the app asks once. The system's permission is separate and not stored. */
  readonly helper: HelperConsent;
  /** The first session, which explains cues in words, is over. */
  readonly coachDone: boolean;
  /** The wearer has read the card about short and long pulses. Version 0.1.0 had other patterns and another card. */
  readonly cardSeen: boolean;
  /** The wearer has been asked once, after a finished session, whether to be reminded of the next. */
  readonly reminderOffered: boolean;
  /** The first step of the first run that was not read; null if none is left, or the run has not begun. */
  readonly firstRun: FirstRunStep | null;
  /** The plan in a few numbers; null until it has been worked out. */
  readonly planSummary: PlanSummary | null;
  /** A day without a further reminder, because its hour had passed when the wearer changed it. */
  readonly quietDay: number;
}

export const newWatch: WatchPreferences = {
  ...firstPreferences,
  safetySeen: false,
  helper: 'unasked',
  coachDone: false,
  cardSeen: false,
  reminderOffered: false,
  firstRun: null,
  planSummary: null,
  quietDay: 0,
};

/** The fields of a summary that home needs. */
const SUMMARY_LIKE = { tool: '', sides: [''], left: 0, right: 0, lifts: 0, minutes: 0, rest: {} };

/** The preferences that are of the kind of those of a new watch. */
function fitting(stored: Partial<Preferences>): Partial<Preferences> {
  const entries = Object.entries(stored);
  return Object.fromEntries(
    entries.filter(([name, value]) => hasShape(value, firstPreferences[name as keyof Preferences])),
  );
}

/** A missing field has its default. If nothing can be read, every field has, and the failure is reported. */
export function loadPreferences(store: TextStore, report: Report): WatchPreferences {
  const stored = readStoredPreferences(store, report);
  const { safetySeen, standby, coachDone, cardSeen, reminderOffered } = stored;
  const { appliedBy, firstRun, brief, quietDay, choices } = stored;
  return {
    ...newWatch,
    ...fitting(fromStored({ ...stored, ...fieldsOf(choices) })),
    // A wearer who once had stored preferences has read the safety page, even if they are lost.
    safetySeen: safetySeen ?? (store.isLost(PAGE_PREFERENCES) || store.load(PAGE_PREFERENCES) !== ''),
    helper: standby || newWatch.helper,
    coachDone: coachDone || newWatch.coachDone,
    cardSeen: cardSeen || newWatch.cardSeen,
    reminderOffered: reminderOffered || newWatch.reminderOffered,
    firstRun: firstRun || newWatch.firstRun,
    // Another shape counts as missing, and so does what another version of the app has made of the document, in which it may
    // not have known every field: the document is then applied again.
    planSummary:
      appliedBy === planMaker && hasShape(brief, SUMMARY_LIKE)
        ? fromStoredSummary(brief as StoredSummary)
        : null,
    quietDay: quietDay || newWatch.quietDay,
  };
}

/** False where they could not be stored (it is reported). */
export function savePreferences(store: TextStore, preferences: WatchPreferences): boolean {
  const { safetySeen, helper, coachDone, cardSeen, reminderOffered } = preferences;
  const { firstRun, planSummary, quietDay, routine, strength, motor } = preferences;
  const stored: StoredPreferences = {
    ...toStored(preferences),
    routine,
    strength,
    motor,
    version: VERSION,
    safetySeen,
    standby: helper,
    coachDone,
    cardSeen,
    reminderOffered,
    firstRun,
    brief: planSummary && storedSummary(planSummary),
    appliedBy: planMaker,
    quietDay,
    choices: toStored(planPreferencesOf(preferences)),
  };
  return store.save(PAGE_PREFERENCES, JSON.stringify(stored));
}

function storedSummary(summary: PlanSummary): StoredSummary {
  const { kit: tool, ...others } = summary;
  return { ...others, tool };
}

function fromStoredSummary(stored: StoredSummary): PlanSummary {
  const { tool: kit, ...others } = stored;
  return { ...others, kit };
}

/** The texts that wait; each is empty if nothing does. */
export const WAITING_TEXTS = [PREFERENCES_FROM_PHONE, STAGE_FROM_PHONE, WAITING_CHANGES] as const;

export function isAnythingWaiting(store: TextStore): boolean {
  return WAITING_TEXTS.some((name) => store.load(name) !== '');
}

/** What the wearer has changed on the watch since the preferences were last applied. */
export function waitingChanges(store: TextStore): Partial<Preferences> {
  return fromStored(loadJson<Fields>(store, WAITING_CHANGES, isFields) || {});
}

/** The preferences as they will be after the wearer's changes on the watch are applied. */
export function newestPreferences(store: TextStore, report: Report): Preferences {
  return { ...loadPreferences(store, report), ...waitingChanges(store) };
}

/** The stage that the phone has sent to a fresh watch; undefined if there is none that this version knows. */
export function stageFromPhone(store: TextStore): Stage | undefined {
  const code = store.load(STAGE_FROM_PHONE);
  return code === '' ? undefined : PHASES[Number(code)];
}

/**
 * Queues changes made on the watch. The page that makes them then opens the page that applies preferences.
 *
 * @returns false if they could not be stored, which is reported
 */
export function changePreferences(store: TextStore, changes: Partial<Preferences>): boolean {
  return store.save(WAITING_CHANGES, JSON.stringify(toStored({ ...waitingChanges(store), ...changes })));
}
