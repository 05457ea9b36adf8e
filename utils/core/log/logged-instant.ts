/** Times as a record can store them: whole seconds in 32 bits. */

const LAST_MS = (2 ** 32 - 1) * 1000;

/**
 * The time in whole seconds, ms since 1970 UTC. A time before 1970 or after February 2106, from a wrong clock, becomes the
 * first or last possible one. So it stays an impossible time, and does not wrap around to the other end.
 */
export function loggedInstantMs(atMs: number): number {
  return Math.min(LAST_MS, Math.max(0, Math.floor(atMs / 1000) * 1000));
}
