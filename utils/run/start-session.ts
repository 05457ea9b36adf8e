/** What is decided as the session page opens: whose wish it is, and whether a session begins. */
import { decodeSnapshot } from '../core/session/snapshot.ts';
import { OPEN_SESSION } from '../core/stored-names.ts';
import type { TextStore } from './text-store.ts';

/** The system opens a page again, with the route it had, no sooner than ten seconds after the screen went dark. */
const OPENED_AGAIN_AFTER_MS = 10_000;

/**
 * Whether a page or an alarm has just asked for the session page. A route that is older, or none, means that the system has
 * opened the page again as the screen was lit.
 * @param askedAtMs when it was asked for, UTC ms
 */
export function wasJustAskedFor(askedAtMs: number | undefined, nowMs: number): boolean {
  const ageMs = askedAtMs === undefined ? -1 : nowMs - askedAtMs;
  return ageMs >= 0 && ageMs < OPENED_AGAIN_AFTER_MS;
}

/** Whether a session is stored that has not ended. */
export function isSessionRunning(store: TextStore): boolean {
  const snapshot = decodeSnapshot(store.load(OPEN_SESSION));
  return snapshot.ok && snapshot.value.state.phase.at !== 'ended';
}
