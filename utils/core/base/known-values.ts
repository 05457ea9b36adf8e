/** Checks the values of foreign data, whose shape `hasShape` checks: a right shape may still hold what no session survives. */

/** The words that the fields of a name may have. */
export type KnownWords = Readonly<Record<string, readonly string[]>>;

/** No count, and no time in seconds, is greater. */
const GREATEST = 65_535;
/** No text that a record or a screen has is longer. */
const LONGEST_TEXT = 120;
/** The names of fields with other numbers: times, ms, and offsets, min. */
const ANY_SIZE = /(?:Ms|Min)$/;

/**
 * Whether every number in the data is whole and from 0 to 65,535, or a time in ms or an offset below 2^53, and every text is one of
 * its field's words or, where the field has none, not too long.
 *
 * @param name of the field that has `data`; the entries of a list have that of the list
 */
export function hasKnownValues(data: unknown, words: KnownWords, name = ''): boolean {
  if (typeof data === 'number')
    return (
      (data % 1 === 0 && data >= 0 && data <= GREATEST) || (ANY_SIZE.test(name) && Math.abs(data) < 2 ** 53)
    );
  if (typeof data === 'string') {
    const known = words[name];
    return Array.isArray(known) ? known.indexOf(data) >= 0 : data.length <= LONGEST_TEXT;
  }
  if (typeof data !== 'object' || data === null) return true;
  return Array.isArray(data)
    ? data.every((one) => hasKnownValues(one, words, name))
    : Object.keys(data).every((key) => hasKnownValues((data as Record<string, unknown>)[key], words, key));
}
