/** Where texts are on a page, and the families of texts that compete for a place. */
import type { Line } from '../../utils/core/layout/screen.ts';
import { type Phrase, type PhraseValue, phrase } from '../../utils/core/text/phrase.ts';
import { type WatchKey, watchEn } from '../../utils/core/text/watch-en.ts';

export interface Place {
  readonly line: Line;
  /** Pieces on one line, joined by dots; several such lines compete for the place. */
  readonly says: readonly (readonly Phrase[])[];
}

export const SIDES = ['left', 'right'] as const;
export const keysOf = (start: string): readonly WatchKey[] =>
  (Object.keys(watchEn) as WatchKey[]).filter((key) => key.startsWith(start));
/** Texts of one family, each with the widest values that its gaps can take. */
export const family = (start: string, ...values: readonly PhraseValue[]): readonly (readonly Phrase[])[] =>
  keysOf(start).map((key) => [phrase(key, ...values)]);
export const texts = (...keys: readonly WatchKey[]): readonly (readonly Phrase[])[] =>
  keys.map((key) => [phrase(key)]);

export const at = (line: Line, says: Place['says']): Place => ({ line, says });

/** The round ends of a capsule hold no letters. */
function inButton([rect, sizePx]: Line): Line {
  const endPx = Math.round(rect.h / 4);
  return [{ ...rect, x: rect.x + endPx, w: rect.w - 2 * endPx }, sizePx];
}

export const button = (line: Line, says: Place['says']): Place => at(inButton(line), says);
