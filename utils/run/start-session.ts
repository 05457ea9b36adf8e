/** What is decided as the session page opens: whose wish it is, and the plan of a session that begins. */
import { sentence } from '../core/base/result.ts';
import { findRoutine } from '../core/routine/find-routine.ts';
import { layOutPlan } from '../core/routine/lay-out-plan.ts';
import type { Plan } from '../core/routine/plan.ts';
import { decodeSnapshot } from '../core/session/snapshot.ts';
import { OPEN_SESSION } from '../core/stored-names.ts';
import type { Report } from '../ports/ports.ts';
import type { WatchPreferences } from './preferences.ts';
import type { TextStore } from './text-store.ts';

/** The system opens a page again, with the route it had, no sooner than ten seconds after the screen went dark. */
const OPENED_AGAIN_AFTER_MS = 10_000;

/** The plan that the wearer's preferences give; null where they give none, which is reported. */
export function makePlan(preferences: WatchPreferences, report: Report): Plan | null {
  const plan = layOutPlan(findRoutine(preferences.routine), preferences);
  if (plan.ok) return plan.value;
  report('plan', sentence(plan.failure));
  return null;
}

/**
 * Whether a page or an alarm has just asked for the session page. A route that is older, or none, means that the system has
 * opened the page again as the screen was lit.
 * @param askedAtMs when it was asked for, UTC ms
 */
export function isAskedNow(askedAtMs: number | undefined, nowMs: number): boolean {
  const ageMs = askedAtMs === undefined ? -1 : nowMs - askedAtMs;
  return ageMs >= 0 && ageMs < OPENED_AGAIN_AFTER_MS;
}

/** Whether a session is stored that has not ended. */
export function isSessionRunning(store: TextStore): boolean {
  const snapshot = decodeSnapshot(store.load(OPEN_SESSION));
  return snapshot.ok && snapshot.value.state.phase.at !== 'ended';
}
