/**
 * The report ring: the newest failures, each listed once, which a wearer can show to others when cues have failed. A failure
 * that comes again moves to the end with its newest time. The ring is a text with a line for each entry, the same on the watch
 * and on its way to the phone: `where: sentence` TAB seconds since 1970 in base 36 TAB letters of what protected the session.
 */

/** Entries that the ring keeps. With the longest sentences they are 1,836 bytes, which fit into one message to the phone. */
export const RING_ENTRIES = 12;
/** Characters of `where: sentence` that an entry keeps. */
export const RING_CHARACTERS = 140;
const ENTRY = /^[ -~]{1,140}\t[0-9a-z]{1,8}\t[a-z]{0,3}$/;

export interface RingEntry {
  /** When it happened last, UTC ms in whole seconds. */
  readonly at: number;
  /** The part or page that failed, such as `motor`. */
  readonly where: string;
  readonly sentence: string;
  /** What protected the session then: of `standby` (the helper), `alarm` and `screen` those that did, or `none`. */
  readonly protection: string;
}

/** The entries of a stored or received text, one a line. Other lines are not entries and are left out. */
export function ringLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => ENTRY.test(line));
}

/** The newest entries of any text, within the bounds of the ring. */
export function boundedRing(text: string): string {
  return ringLines(text).slice(-RING_ENTRIES).join('\n');
}

/**
 * The ring with one more failure.
 *
 * @param what `where: sentence`; characters that are not printable ASCII become spaces
 * @param protection letters of what protects the session: `s` helper, `a` alarm, `p` page kept on
 */
export function addReport(ring: string, what: string, atMs: number, protection: string): string {
  const text = what.slice(0, RING_CHARACTERS).replace(/[^ -~]/g, ' ');
  const others = ringLines(ring).filter((line) => !line.startsWith(`${text}\t`));
  // A watch whose clock is before 1970 can have failures too.
  const seconds = Math.max(0, Math.floor(atMs / 1000)).toString(36);
  return boundedRing([...others, `${text}\t${seconds}\t${protection}`].join('\n'));
}
