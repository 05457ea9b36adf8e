/**
 * The stored text with what pages need from the preferences. Most pages read it through `preferences.ts`; the session page
 * needs so little that it reads the fields directly.
 */

import { fieldsOf, parseJson } from '../core/base/fields.ts';
import { type CueStyle, type LeadIn, MOTOR_FORMS, STRENGTHS } from '../core/cue/vocabulary.ts';

import type { PlanSummary } from '../core/routine/plan-summary.ts';
import { PAGE_PREFERENCES } from '../core/stored-names.ts';
import type { FirstRunStep } from '../core/view/first-run.ts';
import type { Report } from '../ports/ports.ts';
import type { TextStore } from './text-store.ts';

export const VERSION = 2;

/** `unsupported`: this watch has no such services (below API 4.0). */
export type HelperConsent = 'unasked' | 'allowed' | 'refused' | 'unsupported';

export type StoredSummary = Omit<PlanSummary, 'kit'> & { readonly tool: PlanSummary['kit'] };

/** Its fields, under the names that version 0.1.0 gave them. */
export interface StoredPreferences {
  readonly version: number;
  readonly routine: string;
  readonly strength: CueStyle['strength'];
  readonly motor: CueStyle['motor'];
  readonly sound?: boolean;
  readonly leadIn?: 'off' | LeadIn;
  readonly dimHolds?: boolean;
  readonly safetySeen: boolean;
  readonly standby: HelperConsent;
  readonly coachDone: boolean;
  readonly cardSeen: boolean;
  readonly reminderOffered: boolean;
  readonly firstRun: FirstRunStep | null;
  readonly brief: StoredSummary | null;
  /** Which version of the app has applied the document; version 0.1.0 did not say. */
  readonly appliedBy?: string;
  readonly quietDay: number;
  /** What a plan is made from; the other preferences are stored beside it. */
  readonly choices: object;
}

/** The stored fields. If nothing can be read there are none, and the failure is reported. */
export function readStoredPreferences(store: TextStore, report: Report): Partial<StoredPreferences> {
  const text = store.load(PAGE_PREFERENCES);
  if (text === '') return {};
  const stored = fieldsOf(parseJson(text)) as Partial<StoredPreferences>;
  if (typeof stored.version === 'number' && stored.version <= VERSION) return stored;
  report(PAGE_PREFERENCES, 'are not readable by this version; the defaults are used');
  return {};
}

/** What a session needs to know of the wearer, beside its plan. */
export interface SessionPreferences {
  readonly style: CueStyle;
  readonly helper: HelperConsent;
  readonly coachDone: boolean;
  readonly dimHolds: boolean;
}

/** A missing field has its default. @param hasBuzzer called only if the wearer wants sound */
export function sessionPreferencesOf(
  stored: Partial<StoredPreferences>,
  hasBuzzer: () => boolean,
): SessionPreferences {
  const { strength = 'normal', motor, standby = 'unasked', coachDone = false } = stored;
  const { sound, leadIn, dimHolds = false } = stored;
  // A word that this version does not know would play nothing.
  const style: { -readonly [Field in keyof CueStyle]: CueStyle[Field] } = {
    strength: STRENGTHS.indexOf(strength) < 0 ? 'normal' : strength,
    motor: MOTOR_FORMS[1] === motor ? motor : MOTOR_FORMS[0],
  };
  if (sound && hasBuzzer()) style.sound = true;
  if (leadIn && leadIn !== 'off') style.leadIn = leadIn;
  return { style, helper: standby, coachDone, dimHolds };
}
