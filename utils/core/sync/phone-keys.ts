/** Keys of the phone's storage that both service and page read, and their contents. Only the service writes them. */

import { asciiBytes, u32Bytes } from '../base/bytes.ts';
import { crc32 } from '../base/crc32.ts';
import { parseJson } from '../base/fields.ts';
import { toHex } from '../base/hex.ts';

/** The phone's preferences document. Writer: the service. */
export const PREFERENCES_KEY = 'preferences';
/** The document that the watch has last reported. Writer: the service. */
export const WATCH_PREFERENCES_KEY = 'preferences.watch';
/** The document that was sent to the watch and that the watch has not confirmed yet. Writer: the service. */
export const SENT_PREFERENCES_KEY = 'preferences.sent';

/** The key of the numbers of a watch. */
export function watchKey(install: number): string {
  return `watch.${install.toString(16)}`;
}

/** Whether the numbers of a watch are under `key` (see `parseWatchNumbers`). */
export function isWatchKey(key: string): boolean {
  return key.indexOf('watch.') === 0;
}

/** A text followed by its checksum, as stored. */
export function checkedText(content: string): string {
  return `${content} ${toHex(u32Bytes(crc32(asciiBytes(content))))}`;
}

/**
 * The part of a stored text before its checksum; null if there is nothing or it is damaged. Version 0.1.0 stored one or two
 * numbers without a checksum.
 */
export function checkedContent(text: string | null | undefined): string | null {
  const stored = text ?? '';
  const content = stored.slice(0, -9);
  if (content !== '' && checkedText(content) === stored) return content;
  return /^\d+( \d+)?$/.test(stored) ? stored : null;
}

/**
 * The data in a JSON text that is stored with a checksum; undefined where it is damaged. What version 0.1.0 has stored bears none,
 * and ends with its bracket.
 */
export function checkedJson(text: string | null | undefined): unknown {
  const content = checkedContent(text);
  if (content !== null) return parseJson(content);
  return typeof text === 'string' && /[}\]]$/.test(text) ? parseJson(text) : undefined;
}

/** The JSON text itself that `checkedJson` reads; empty where it is damaged. */
export function checkedJsonText(text: string | null | undefined): string {
  if (checkedJson(text) === undefined) return '';
  return checkedContent(text) ?? text ?? '';
}

/**
 * The phone's preferences document; empty if there is none. If it is damaged, the document that the watch has last reported takes its
 * place: merged, a wrong character would otherwise go to the watch too.
 */
export function phonePreferencesText(read: (key: string) => string | null | undefined): string {
  const stored = read(PREFERENCES_KEY);
  return checkedJsonText(stored) || (stored ? checkedJsonText(read(WATCH_PREFERENCES_KEY)) : '');
}

/** What the phone stores about a watch besides its records: `forgotten floor tail`, without the tail in version 0.1.0. */
export interface WatchNumbers {
  /** Every record up to this seq was deleted on this phone; 0 for none. */
  readonly forgotten: number;
  /** The lowest seq of the watch in its last message; 0 if there was none. */
  readonly floor: number;
  /** The highest seq that the watch has ever reported. */
  readonly tail: number;
}

/** Null if there are none or they are damaged: then nothing is known, and nothing is deleted. */
export function parseWatchNumbers(text: string | null | undefined): WatchNumbers | null {
  const content = checkedContent(text);
  const numbers = (content ?? '').split(' ').map(Number);
  const [forgotten = 0, floor, tail = 0] = numbers;
  const isNumber = (value: number): boolean => value % 1 === 0 && value >= 0 && value < 2 ** 32;
  // There may be another text here, also with a correct checksum.
  if (content === null || floor === undefined || numbers.length > 3 || !numbers.every(isNumber)) return null;
  return { forgotten, floor, tail };
}

/** Whether, by the text under such a key, the watch may still have records that were deleted on the phone. */
export function isForgetting(text: string | null | undefined): boolean {
  const { forgotten = 0, floor = 0 } = parseWatchNumbers(text) ?? {};
  return forgotten > 0 && floor <= forgotten;
}

/** Why a record of an import was not stored. */
export const IMPORT_REASONS = ['cut', 'damaged', 'number', 'other', 'deleted', 'full'] as const;
export type ImportReason = (typeof IMPORT_REASONS)[number];

/** The result of an import, stored for the page to show. Its three counts add up to all records of the text. */
export interface ImportResult {
  /** How many records were new. */
  readonly added: number;
  /** How many records were already stored, including one that the text lists twice. */
  readonly known: number;
  /** How many records were not stored. */
  readonly lost: number;
  /** How many of those for each reason; none in a result of an earlier version. */
  readonly reasons: Readonly<Partial<Record<ImportReason, number>>>;
}

/** The storage key of the result. The service is its only writer. */
export const IMPORT_RESULT_KEY = 'import.result';
/** The records of the last import that were deleted on this phone before, in case the wearer wants them back. Writer: the service. */
export const IMPORT_DELETED_KEY = 'import.deleted';

/** The result in a stored text; null if there is none. */
export function parseImportResult(text: string | null | undefined): ImportResult | null {
  const words = (text ?? '').split(' ');
  const [added = -1, known = -1, lost = -1] = words.map(Number);
  if (text === '' || !(Math.min(added, known, lost) >= 0)) return null;
  const reasons: Partial<Record<ImportReason, number>> = {};
  for (const word of words) {
    const [name, count] = word.split('=');
    const reason = IMPORT_REASONS.find((one) => one === name);
    if (reason !== undefined) reasons[reason] = Number(count) || 0;
  }
  return { added, known, lost, reasons };
}

export function importResultText({ added, known, lost, reasons }: ImportResult): string {
  const words = IMPORT_REASONS.filter((reason) => reasons[reason]).map(
    (reason) => `${reason}=${reasons[reason]}`,
  );
  return [added, known, lost, ...words].join(' ');
}

/** The keys of the commands that could not be carried out because the storage is full. Writer: the service. */
export const FAILED_COMMANDS_KEY = 'failed';

/** Whether the last command under `key` could not be carried out. */
export function hasFailed(text: string | null | undefined, key: string): boolean {
  return (text ?? '').split(' ').indexOf(key) >= 0;
}
