/** Keys of the phone's storage that both service and page read. The service is the only writer of each. */

/** The phone's preferences document. Writer: the service. */
export const PREFERENCES_KEY = 'preferences';
/** The document that the watch has last stated to have. Writer: the service. */
export const WATCH_PREFERENCES_KEY = 'preferences.watch';
/** The document that the watch has been given and not yet gone on from. Writer: the service. */
export const SENT_PREFERENCES_KEY = 'preferences.sent';

/** Whether the two numbers of a watch are under `key`, as text: `forgotten floor` (see `record-store.ts`). */
export function isWatchKey(key: string): boolean {
  return key.indexOf('watch.') === 0;
}

/** Whether the text under such a key says that the watch may still have records that were deleted on the phone. */
export function isForgetting(text: string | null | undefined): boolean {
  const [forgotten, floor] = typeof text === 'string' ? text.split(' ').map(Number) : [];
  return forgotten !== undefined && floor !== undefined && forgotten > 0 && floor <= forgotten;
}
