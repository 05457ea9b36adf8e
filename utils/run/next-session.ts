/** When the next session is good, for home, the glance and the summary. */
import { wearersDay } from '../core/schedule/calendar.ts';
import { nextPhrase } from '../core/schedule/next-phrase.ts';
import { restWindow } from '../core/schedule/rest-window.ts';
import type { Phrase } from '../core/text/phrase.ts';
import { lastSession } from './last-session.ts';
import type { WatchPreferences } from './preferences.ts';
import type { TextStore } from './text-store.ts';

/**
 * This never locks anything, and a wearer cannot miss it. The rest follows from the sessions of the chosen routine. Without a
 * last session or a plan, any day is good.
 */
export function nextSession(
  store: TextStore,
  { planSummary, stage, routine }: WatchPreferences,
  nowMs: number,
  zoneOffsetMin: number,
): Phrase {
  const last = lastSession(store, nowMs, routine);
  const window = last === null || planSummary === null ? null : restWindow(planSummary.rest, stage, last);
  return nextPhrase(window, wearersDay(nowMs, zoneOffsetMin));
}
