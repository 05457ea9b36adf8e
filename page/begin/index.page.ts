/**
 * What Start opens: makes the plan and goes on to the session, or to the check where something may mute cues. Shows
 * nothing. With "planSummary" it works out what home shows; with "sure" the check has been seen; with "resumed" the session is
 * one that goes on.
 */
import { replace } from '@zos/router';
import { getSystemMode } from '@zos/settings';
import { patch } from '../../utils/core/base/patch.ts';
import { sentence } from '../../utils/core/base/result.ts';
import { findRoutine } from '../../utils/core/routine/find-routine.ts';
import { buildPlan } from '../../utils/core/routine/plan.ts';
import { planSummaryOf } from '../../utils/core/routine/plan-summary.ts';
import { type MutingMode, mutingMode } from '../../utils/core/view/muting-mode.ts';
import { clearAnswers, loadAnswers } from '../../utils/run/answers.ts';
import { guard } from '../../utils/run/guard.ts';
import { loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { setReminders } from '../../utils/run/reminders.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { createReminders } from '../../utils/zos/reminders.ts';

let params: string | undefined;

function open(): void {
  const built = appContext();
  const { report, helper, store } = built;
  const preferences = loadPreferences(store, report);
  built.strength = preferences.strength;
  built.coach = !preferences.coachDone;
  if (params === 'resumed') {
    toSession();
    return;
  }
  const routine = findRoutine(preferences.routine);
  // Set anew each time: an update of the app, or a crash, may have taken them.
  setReminders(createReminders(store, report), preferences, built.clock.nowMs());
  const plan = buildPlan(routine, preferences);
  if (!plan.ok) report('plan', sentence(plan.failure));
  if (!plan.ok || params === 'brief') {
    if (plan.ok)
      savePreferences(
        store,
        patch(preferences, { planSummary: planSummaryOf(plan.value, preferences, routine) }),
      );
    replace({ url: 'page/home/index.page', params: plan.ok ? 'brief' : 'fresh' });
    return;
  }
  built.plan = plan.value;
  if (loadAnswers(store, built.clock.nowMs()).before === undefined) clearAnswers(store);
  const mode = params === 'sure' ? null : readMode();
  if (mode !== null) {
    replace({ url: 'page/check/index.page', params: mode });
    return;
  }
  built.comeBack = undefined;
  if (preferences.helper === 'allowed') helper.start();
  toSession();
}

function toSession(): void {
  replace({ url: 'page/session/index.page' });
}

function readMode(): MutingMode | null {
  try {
    return mutingMode(getSystemMode());
  } catch {
    // A watch that does not tell its modes is taken to be in none.
    return null;
  }
}

Page({
  onInit(given) {
    params = given;
  },
  build() {
    guard('page/begin build', appContext().report, open);
  },
});
