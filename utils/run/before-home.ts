/** What the wearer has to go through before home appears, in this order. */
import { isNightOver } from '../core/schedule/reminder.ts';
import { OPEN_SESSION } from '../core/stored-names.ts';
import type { Clock } from '../ports/ports.ts';
import { isMorningOpen, lastSession } from './last-session.ts';
import { isAnythingWaiting, type WatchPreferences } from './preferences.ts';
import type { TextStore } from './text-store.ts';

export type BeforeHome =
  /** The first run has not begun or is not finished. */
  | 'first-run'
  /** The watch can run a helper, and the wearer has not been asked about it. */
  | 'helper-question'
  /** A session is open: it is running, or it has ended and waits to be logged. */
  | 'session'
  /** Changed preferences wait to be applied. */
  | 'apply-preferences'
  | 'morning-question';

/** How home was opened: by the system, by a page of the app, or by the page that has just applied the queued preferences. */
export type HomeOpenedBy = 'launch' | 'app' | 'apply-preferences';

/** @returns null if home may appear at once */
export function whatComesBeforeHome(
  { clock, store }: { readonly clock: Clock; readonly store: TextStore },
  { firstRun, helper, planSummary, safetySeen }: WatchPreferences,
  openedBy: HomeOpenedBy,
  canHaveHelper: boolean,
): BeforeHome | null {
  if (!safetySeen || firstRun !== null) return 'first-run';
  if (helper === 'unasked' && canHaveHelper) return 'helper-question';
  // If the disk refused a session earlier and accepts it now, the summary logs it.
  if (openedBy === 'app') {
    if (store.load(OPEN_SESSION) !== '' && store.retry()) return 'session';
    return isAnythingWaiting(store) ? 'apply-preferences' : null;
  }
  if (openedBy === 'launch') {
    if (store.load(OPEN_SESSION) !== '') return 'session';
    if (planSummary === null || isAnythingWaiting(store)) return 'apply-preferences';
  }
  const nowMs = clock.nowMs();
  const last = lastSession(store, nowMs);
  const isMorningDue =
    last !== null && isMorningOpen(last) && isNightOver(last, nowMs, clock.zoneOffsetMin());
  return isMorningDue ? 'morning-question' : null;
}
