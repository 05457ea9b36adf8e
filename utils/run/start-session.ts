/** Decisions when the session page opens: who asked for it, and whether a session begins. */
import { decodeSnapshot } from '../core/session/snapshot.ts';
import { OPEN_SESSION } from '../core/stored-names.ts';
import type { TextStore } from './text-store.ts';

/** The system opens a page again, with its old route, no sooner than ten seconds after the screen went dark. */
const OPENED_AGAIN_AFTER_MS = 10_000;

/**
 * Whether a page or an alarm has just asked for the session page. If the route is older, or there is none, the system has
 * opened the page again because the screen was lit. @param askedAtMs when the page was requested, UTC ms
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
