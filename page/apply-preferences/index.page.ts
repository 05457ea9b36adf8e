/**
 * Applies the preferences that the phone has sent or the wearer has changed, and makes their plan. Shows nothing and goes on
 * to where the wearer came from, or to a session that waits for its plan.
 */
import { localHour, wearersDay } from '../../utils/core/schedule/calendar.ts';
import { applyPreferences } from '../../utils/run/apply-preferences.ts';
import { guard } from '../../utils/run/guard.ts';
import { makeNextPlan } from '../../utils/run/make-next-plan.ts';
import { loadPreferences } from '../../utils/run/preferences.ts';
import { setReminders } from '../../utils/run/reminders.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { createReminders } from '../../utils/zos/reminders.ts';
import { isFlag, oneOf, open, optional, type Route } from '../../utils/zos/routes.ts';
import { definePage } from '../widgets/define-page.ts';

/**
 * Applies what waits, sets the reminders by it, and stores the plan that follows.
 *
 * @returns the session that can begin now; null where there is no plan, which is reported
 */
function applyAndMakePlan(): Route | null {
  const { clock, store, report } = appContext();
  const nowMs = clock.nowMs();
  const offsetMin = clock.zoneOffsetMin();
  applyPreferences(store, report, [wearersDay(nowMs, offsetMin), localHour(nowMs, offsetMin)]);
  setReminders(createReminders(store, report), loadPreferences(store, report), nowMs);
  return makeNextPlan(store, report) ? { page: 'session', isStart: true, askedAtMs: nowMs } : null;
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
