/** Keys of the phone's storage that both service and page read, and what is under them. The service is the only writer of each. */

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
  const [forgotten = 0, floor = Number.POSITIVE_INFINITY] = (text ?? '').split(' ').map(Number);
  return forgotten > 0 && floor <= forgotten;
}

/** What the phone service made of an import, stored for the page to show. */
export interface ImportResult {
  /** How many records were new. */
  readonly added: number;
  /** How many records were stored already. */
  readonly known: number;
  /** How many records were not stored: the storage did not take them, or they were deleted on this phone before. */
  readonly lost: number;
}

/** The storage key of the result. The service is its only writer. */
export const IMPORT_RESULT_KEY = 'import.result';

/** The result in a stored text; null where there is none. */
export function parseImportResult(text: string | null | undefined): ImportResult | null {
  const [added = -1, known = -1, lost = -1] = (text ?? '').split(' ').map(Number);
  return Math.min(added, known, lost) >= 0 ? { added, known, lost } : null;
}

export function importResultText({ added, known, lost }: ImportResult): string {
  return `${added} ${known} ${lost}`;
}
