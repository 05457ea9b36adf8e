/** What the wearer has chosen, as the phone knows it: the sections about rest, trend and advice speak of that routine. */
import { parsePreferences, stageKeptS } from '../utils/core/preferences/document.ts';
import type { Preferences } from '../utils/core/preferences/preference-table.ts';
import { PREFERENCES_KEY } from '../utils/core/sync/phone-keys.ts';
import type { PageContext } from './page-context.ts';

/** The preferences of the phone; of a phone that has none yet, those of the newest session; else those of a new wearer. */
export function chosenPreferences({ texts, newest }: PageContext): Preferences {
  const stored = texts.read(PREFERENCES_KEY);
  const { preferences } = parsePreferences(stored ?? '');
  if (stored || newest === null) return preferences;
  const { phase: stage, routine } = newest.record;
  return { ...preferences, stage, routine };
}

/** When the wearer has last chosen to stay at the stage, s since 1970 UTC; 0: never. */
export function chosenToStayS({ texts }: PageContext): number {
  return stageKeptS(parsePreferences(texts.read(PREFERENCES_KEY) ?? '').document);
}

export function chosenRoutine(context: PageContext): string {
  return chosenPreferences(context).routine;
}
