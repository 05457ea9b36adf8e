/**
 * Cleans the names of routines and steps that arrive with a record, which may have been imported, or with a routine. Cleaned
 * once there, they cannot add a line, a formula or a writing direction anywhere: in a table, on a page, at an integration, on
 * the watch.
 */
import { INVISIBLE } from './pasted.ts';

/** The length of a name, in UTF-16 units. */
export const LONGEST_NAME = 24;

/** Control characters, and spaces and line breaks of every kind. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const BLANKS = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** Characters that a spreadsheet takes for the beginning of a formula, in ASCII and in the full and small width of Chinese keyboards; and quotes. */
const FORMULA = /^[ '"=+@|%\u2212\ufe62-\ufe6b\uff0b\uff0d\uff1d\uff20-]+/;
/** A character of two units, which stays, or half of one. */
const UNITS = /([\ud800-\udbff][\udc00-\udfff])|[\ud800-\udfff]/g;

/** The name without such characters; `?` if nothing is left. A name that `parseRoutine` accepts does not change. */
export function cleanName(name: string): string {
  return cleanLine(name, LONGEST_NAME) || '?';
}

/** One line without such characters, cut to a length in UTF-16 units. */
export function cleanLine(text: string, longest: number): string {
  const plain = text.replace(INVISIBLE, '').replace(UNITS, '$1').replace(BLANKS, ' ').replace(FORMULA, '');
  return plain.slice(0, longest).replace(UNITS, '$1').trim();
}
