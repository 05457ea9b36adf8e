/**
 * Which sessions count. A watch with a wrong clock writes an impossible start: in 1970, or years ahead. Such a record stays
 * unchanged in the log and in exports and is marked in lists of sessions, but it does not count for rest, trend, advice or
 * adherence.
 */

/** No session is older than the platform that the app runs on: 2024-01-01, UTC ms. */
const APP_BEGAN_MS = 1_704_067_200_000;
/** The clocks of watch and phone may differ by this much and both count as right, ms. */
const CLOCKS_APART_MS = 10 * 60_000;

/** Whether a clock can be right: nobody used the app before it existed. */
export function isPossibleNow(nowMs: number): boolean {
  return nowMs >= APP_BEGAN_MS;
}

/** Whether a session can have begun at `startedAtMs` (UTC). @param nowMs if this clock is wrong itself, it cannot show what lies ahead */
export function isPossibleStart(startedAtMs: number, nowMs: number): boolean {
  if (startedAtMs < APP_BEGAN_MS) return false;
  return !isPossibleNow(nowMs) || startedAtMs <= nowMs + CLOCKS_APART_MS;
}
