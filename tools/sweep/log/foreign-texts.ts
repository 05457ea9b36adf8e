/** What may lie in the place of any stored text of the watch: whole, and of another shape. */

import type { StoredText } from '../../../utils/core/stored-names.ts';
import * as storedNames from '../../../utils/core/stored-names.ts';

/** Every text of the watch's store; the ring of reports and the log are files of their own. */
export const STORED_TEXTS = Object.values(storedNames).filter(
  (name): name is StoredText => name !== storedNames.REPORT_RING && name !== storedNames.LOG_FILES,
);

export const FOREIGN_TEXTS: readonly string[] = [
  'null',
  '7',
  '[]',
  '{}',
  '"text"',
  '[[]]',
  'rubbish',
  '{"version":1,"state":{}}',
  '[null,null,null,null]',
  '-1 -1 -1 -1',
];

/** What may stand in the place of any value of a stored text. */
const FOREIGN_VALUES: readonly string[] = [
  ...['null', 'true', '-1', '0', '0.5', '1e9', '4294967296', '9007199254740992', '1e300', '-1e300', '1e999'],
  ...['""', '"x"', '"constructor"', '[]', '{}', '[null]', JSON.stringify('y'.repeat(5_000))],
];

/** The text with one value of its data, or one of its words, replaced by a foreign one. */
export function withForeignValue(text: string, random: () => number): string {
  const value = FOREIGN_VALUES[Math.floor(random() * FOREIGN_VALUES.length)] ?? '';
  const places = [...text.matchAll(/"(?:[^"\\]|\\.)*"(?!:)|-?\d[\d.e+]*|true|false|null/g)];
  const place = places[Math.floor(random() * places.length)];
  if (place === undefined) return value;
  return text.slice(0, place.index) + value + text.slice(place.index + place[0].length);
}
