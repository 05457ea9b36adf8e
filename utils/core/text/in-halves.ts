import { breakRank } from './line-breaks.ts';

/** The text in two parts of about the same length, parted where a phrase ends near its middle, else where a word does. */
export function inHalves(text: string): readonly [string, string] {
  const middle = Math.ceil(text.length / 2);
  for (let rank = 3; rank > 0; rank--)
    for (let off = 0; off < middle / 2; off++)
      for (const at of [middle - off, middle + off])
        if (breakRank(text, at) >= rank) return [text.slice(0, at).trim(), text.slice(at)];
  return [text, ''];
}

/** The text with spaces in words of 24 and more letters, because the watch measures a word that is longer than a line as one line. */
export function withLongWordsParted(text: string): string {
  return text.replace(/[!-\u10ff]{24,}/g, (word) => word.replace(/.{6}/g, '$& '));
}
