/**
 * Applies the preferences that the phone has sent or the wearer has changed, and sums up their plan. Shows nothing and
 * goes on to home.
 */
import { findRoutine } from '../../utils/core/routine/find-routine.ts';
import { planSummaryOf } from '../../utils/core/routine/plan-summary.ts';
import { localDay, localHour } from '../../utils/core/schedule/calendar.ts';
import { applyPreferences } from '../../utils/run/apply-preferences.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { setReminders } from '../../utils/run/reminders.ts';
import { makePlan } from '../../utils/run/start-session.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { createReminders } from '../../utils/zos/reminders.ts';
import { open } from '../../utils/zos/routes.ts';
import { definePage } from '../widgets/define-page.ts';

function applyWhatWaits(): void {
  const { clock, store, report } = appContext();
  const nowMs = clock.nowMs();
  const offsetMin = clock.zoneOffsetMin();
  applyPreferences(store, report, [localDay(nowMs, offsetMin), localHour(nowMs, offsetMin)]);
  const preferences = loadPreferences(store, report);
  setReminders(createReminders(store, report), preferences, nowMs);
  const plan = makePlan(preferences, report);
  if (plan === null) return;
  const planSummary = planSummaryOf(plan, preferences, findRoutine(preferences.routine));
  savePreferences(store, { ...preferences, planSummary });
}

definePage('apply-preferences', {}, () => {
  guard('preferences', appContext().report, applyWhatWaits);
  open({ page: 'home', from: 'apply-preferences' });
});
