/**
 * Applies the preferences that the phone has sent or the wearer has changed, and makes their plan. Shows nothing and goes on
 * to where the wearer came from, or to a session that waits for its plan.
 */
import { sentence } from '../../utils/core/base/result.ts';
import { findRoutine } from '../../utils/core/routine/find-routine.ts';
import { layOutPlan } from '../../utils/core/routine/lay-out-plan.ts';
import { planSummaryOf } from '../../utils/core/routine/plan-summary.ts';
import { localHour, wearersDay } from '../../utils/core/schedule/calendar.ts';
import { applyPreferences } from '../../utils/run/apply-preferences.ts';
import { guard } from '../../utils/run/guard.ts';
import { saveNextPlan } from '../../utils/run/next-plan.ts';
import { loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { setReminders } from '../../utils/run/reminders.ts';
import { readStoredPreferences } from '../../utils/run/stored-preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { createReminders } from '../../utils/zos/reminders.ts';
import { isFlag, oneOf, open, optional, type Route } from '../../utils/zos/routes.ts';
import { definePage } from '../widgets/define-page.ts';

/**
 * Applies what waits, sets the reminders by it, and stores the plan that follows.
 *
 * @returns the session that can begin now; null where the preferences give no plan, which is reported
 */
function applyAndMakePlan(): Route | null {
  const { clock, store, report } = appContext();
  const nowMs = clock.nowMs();
  const offsetMin = clock.zoneOffsetMin();
  applyPreferences(store, report, [wearersDay(nowMs, offsetMin), localHour(nowMs, offsetMin)]);
  const preferences = loadPreferences(store, report);
  setReminders(createReminders(store, report), preferences, nowMs);
  const routine = findRoutine(preferences.routine);
  const laidOut = layOutPlan(routine, preferences);
  if (!laidOut.ok) {
    report('plan', sentence(laidOut.failure));
    return null;
  }
  const plan = laidOut.value;
  saveNextPlan(store, readStoredPreferences(store, report), plan);
  savePreferences(store, { ...preferences, planSummary: planSummaryOf(plan, preferences, routine) });
  return { page: 'session', isStart: true, askedAtMs: nowMs };
}

definePage(
  'apply-preferences',
  { isStart: optional(isFlag), to: optional(oneOf('menu')) },
  ({ isStart, to }) => {
    let next: Route = to === undefined ? { page: 'home', from: 'apply-preferences' } : { page: to };
    guard('preferences', appContext().report, () => {
      const session = applyAndMakePlan();
      if (isStart && session !== null) next = session;
    });
    open(next);
  },
);
