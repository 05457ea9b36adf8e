/**
 * Which sessions count. A watch whose clock is wrong writes a start that cannot be: at 1970, or years ahead. Such a record stays in
 * the log and in exports as it is, is marked where sessions are listed, and counts for nothing: no rest, trend, advice or adherence.
 */

/** No session is older than the platform that the app runs on: 2024-01-01, UTC ms. */
const APP_BEGAN_MS = 1_704_067_200_000;
/** The clocks of watch and phone may lie so far apart and both count as right, ms. */
const CLOCKS_APART_MS = 10 * 60_000;

/** Whether a clock can be right: nobody has used the app before there was one. */
export function isPossibleNow(nowMs: number): boolean {
  return nowMs >= APP_BEGAN_MS;
}

/** Whether a session can have begun at `startedAtMs` (UTC). @param nowMs by a clock that is wrong itself it cannot be told what lies ahead */
export function isPossibleStart(startedAtMs: number, nowMs: number): boolean {
  if (startedAtMs < APP_BEGAN_MS) return false;
  return !isPossibleNow(nowMs) || startedAtMs <= nowMs + CLOCKS_APART_MS;
}
