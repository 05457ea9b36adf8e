/** The wearer's choices, as the phone knows them. The sections about rest, trend and advice use that routine. */
import { parsePreferences, stageKeptS } from '../utils/core/preferences/document.ts';
import type { Preferences } from '../utils/core/preferences/preference-table.ts';
import { phonePreferencesText } from '../utils/core/sync/phone-keys.ts';
import type { PageContext } from './page-context.ts';

/** The preferences of the phone; if it has none yet, those of the newest session; otherwise the defaults. */
export function chosenPreferences({ texts, newest }: PageContext): Preferences {
  const stored = phonePreferencesText(texts.read);
  const { preferences } = parsePreferences(stored);
  if (stored || newest === null) return preferences;
  const { phase: stage, routine } = newest.record;
  return { ...preferences, stage, routine };
}

/** When the wearer last chose to stay at the stage, s since 1970 UTC; 0 if never. */
export function chosenToStayS({ texts }: PageContext): number {
  return stageKeptS(parsePreferences(phonePreferencesText(texts.read)).document);
}

export function chosenRoutine(context: PageContext): string {
  return chosenPreferences(context).routine;
}
