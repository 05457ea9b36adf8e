/** Instants as a record can hold them: whole seconds in 32 bits. */

const LAST_MS = (2 ** 32 - 1) * 1000;

/**
 * The instant in whole seconds, ms since 1970 UTC. One that a wrong clock has put before 1970 or after February 2106 becomes the first
 * or the last that there is: it stays one that cannot be, where the number alone would come out at the other end of time.
 */
export function loggedInstantMs(atMs: number): number {
  return Math.min(LAST_MS, Math.max(0, Math.floor(atMs / 1000) * 1000));
}
