/**
 * Applies the preferences that the phone has sent or the wearer has changed, and makes their plan. It shows nothing, and goes
 * back to where the wearer came from, or to a session that waits for its plan.
 */
import { localHour, wearersDay } from '../../utils/core/schedule/calendar.ts';
import { applyPreferences } from '../../utils/run/apply-preferences.ts';
import { guard } from '../../utils/run/guard.ts';
import { makeNextPlan } from '../../utils/run/make-next-plan.ts';
import { isSafetyUnread } from '../../utils/run/own-routines.ts';
import { isAnythingWaiting, loadPreferences } from '../../utils/run/preferences.ts';
import { setReminders } from '../../utils/run/reminders.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { createReminders } from '../../utils/zos/reminders.ts';
import { goBack, isFlag, open, optional, type Route } from '../../utils/zos/routes.ts';
import { definePage } from '../widgets/define-page.ts';

/**
 * Applies the queued changes, sets the reminders accordingly, and stores the resulting plan.
 *
 * @returns the session that can begin now, or what has to be read before it; null if there is no plan, which is reported
 */
function applyAndMakePlan(): Route | null {
  const { clock, store, report } = appContext();
  const nowMs = clock.nowMs();
  const offsetMin = clock.zoneOffsetMin();
  applyPreferences(store, report, [wearersDay(nowMs, offsetMin), localHour(nowMs, offsetMin)]);
  setReminders(createReminders(store, report), loadPreferences(store, report), nowMs);
  if (!makeNextPlan(store, report)) return null;
  return isSafetyUnread(store, loadPreferences(store, report).routine)
    ? { page: 'welcome', step: 'own-safety' }
    : { page: 'session', isStart: true, askedAtMs: nowMs };
}

definePage(
  'apply-preferences',
  { isStart: optional(isFlag), isOnTop: optional(isFlag) },
  ({ isStart, isOnTop }) => {
    const { report, store } = appContext();
    let next: Route = { page: 'home', from: 'apply-preferences' };
    guard('preferences', report, () => {
      const session = applyAndMakePlan();
      if (session === null) return;
      if (isStart) next = session;
      // Home may come back from pages above it. It then applies the queued changes, unless that has failed.
      else if (!isAnythingWaiting(store)) next = { page: 'home', from: 'question' };
    });
    if (isOnTop) goBack();
    else open(next);
  },
);
