/**
 * The report ring: the newest failures, each listed once, for a wearer whose cues have failed to show. A failure that comes
 * again moves to the end with its newest time. The ring is a text with a line for each entry, the same on the watch and on
 * its way to the phone: `where: sentence` TAB seconds since 1970 in base 36 TAB letters of what protected the session.
 */

/** Entries that the ring keeps. With the longest sentences they are 1,836 bytes, which fit into one message to the phone. */
export const RING_ENTRIES = 12;
/** Characters of `where: sentence` that an entry keeps. */
export const RING_CHARACTERS = 140;

export interface RingEntry {
  /** When it happened last, UTC ms in whole seconds. */
  readonly at: number;
  /** The part or page that failed, such as `motor`. */
  readonly where: string;
  readonly sentence: string;
  /** What protected the session then: of `standby` (the helper), `alarm` and `screen` those that did, or `none`. */
  readonly protection: string;
}

/**
 * The ring with one more failure.
 *
 * @param what `where: sentence`; characters that are not printable ASCII become spaces
 * @param protection letters of what protects the session: `s` helper, `a` alarm, `p` page kept on
 */
export function addReport(ring: string, what: string, atMs: number, protection: string): string {
  const text = what.slice(0, RING_CHARACTERS).replace(/[^ -~]/g, ' ');
  const others = ring.split('\n').filter((line) => line !== '' && !line.startsWith(`${text}\t`));
  const seconds = Math.floor(atMs / 1000).toString(36);
  return [...others, `${text}\t${seconds}\t${protection}`].slice(-RING_ENTRIES).join('\n');
}
