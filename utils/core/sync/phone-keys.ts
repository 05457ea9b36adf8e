/** Keys of the phone's storage that more than one side reads, each with its one writer. */

/** The phone's preferences document. Writer: the service. */
export const PREFERENCES_KEY = 'preferences';
/** The document that the watch has last stated to have. Writer: the service. */
export const WATCH_PREFERENCES_KEY = 'preferences.watch';
/** The document that the watch has been given and not yet gone on from. Writer: the service. */
export const SENT_PREFERENCES_KEY = 'preferences.sent';

/** Whether `key` keeps what is known of a watch beside its records: `forgotten floor`. */
export function isWatchKey(key: string): boolean {
  return key.indexOf('watch.') === 0;
}

/** Whether the text under such a key says that the watch still has records that were deleted here. */
export function isForgetting(text: string | null | undefined): boolean {
  const [forgotten, floor] = typeof text === 'string' ? text.split(' ').map(Number) : [];
  return forgotten !== undefined && floor !== undefined && forgotten > 0 && floor <= forgotten;
}
