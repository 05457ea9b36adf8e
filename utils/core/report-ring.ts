/**
 * The newest failures, each told once: what a wearer whose cues failed can show. Bounded; a failure that comes again moves
 * to the end with its newest time. Text in, text out: one line an entry, which is also what goes to the phone.
 * Line: `where: sentence` TAB seconds since 1970, base 36 TAB letters of what protected the session.
 */

/** Entries kept; with the longest sentences they are 1,836 bytes, which fit one message to the phone. */
export const RING_ENTRIES = 12;
/** Characters of `where: sentence` that are kept. */
export const RING_CHARACTERS = 140;

export interface RingEntry {
  /** UTC ms, whole seconds. */
  readonly at: number;
  /** The entry or part that failed, such as `motor`. */
  readonly where: string;
  readonly sentence: string;
  /** What protected the session then: `standby, alarm, screen` in this order, or `none`. */
  readonly protection: string;
}

/** The ring with one more failure. @param protection letters of `s` helper, `a` alarm, `p` page kept on */
export function addReport(ring: string, what: string, atMs: number, protection: string): string {
  const head = `${what.slice(0, RING_CHARACTERS).replace(/[^ -~]/g, ' ')}\t`;
  const lines = ring.split('\n').filter((line) => line > '' && line.indexOf(head) < 0);
  lines.push(`${head + Math.floor(atMs / 1000).toString(36)}\t${protection}`);
  return lines.slice(-RING_ENTRIES).join('\n');
}
