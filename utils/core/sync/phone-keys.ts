/** Keys of the phone's storage that more than one side reads, each with its one writer. */

/** The phone's preferences document. Writer: the service. */
export const PREFERENCES_KEY = 'preferences';
/** The document that the watch has last stated to have. Writer: the service. */
export const WATCH_PREFERENCES_KEY = 'preferences.watch';
/** The document that the watch has been given and not yet gone on from. Writer: the service. */
export const SENT_PREFERENCES_KEY = 'preferences.sent';

/** Whether a stored text says that a watch still has records that were deleted here: `forgotten floor` under `watch.`. */
export function isForgetting(text: string | null | undefined, key: string): boolean {
  if (key.indexOf('watch.') !== 0 || typeof text !== 'string') return false;
  const [forgotten, floor] = text.split(' ').map(Number);
  return forgotten !== undefined && floor !== undefined && forgotten > 0 && floor <= forgotten;
}
