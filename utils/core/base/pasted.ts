/** Texts as people paste them: chats, mails and word processors put invisible characters, other spaces and curly quotes in. */

/**
 * Characters that are invisible and mean nothing in a key, an address or an export: soft hyphens, joiners, marks of the writing
 * direction, byte order marks, variation selectors, and blank fillers.
 */
export const INVISIBLE =
  /\u034f|[\u17b4\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u00ad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\udb40[\udc00-\udfff]/g;
/** Spaces of every width; a tab too. */
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** The quotes of every writing system, single and double, including those that a keyboard makes of a straight one. */
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033\u2036\u00ab\u00bb\u275d\u275e\u300c-\u300f\u301d-\u301f\uff02]/g;
const SINGLE_QUOTES = /[\u2018-\u201b\u2032\u2035\u2039\u203a\u275b\u275c\uff07\u00b4]/g;
/** What a mail, a chat or the list that it was copied from puts around a text: a comma belongs to it only behind a quote. */
const ROUND_IT = /^[\s"'`<]+|(?:["'`][,;.]?|[\s>])+$/g;

/** The text without invisible characters, with plain spaces, line feeds and straight double quotes. */
export function plainText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(LINE_BREAKS, '\n')
    .replace(DOUBLE_QUOTES, '"');
}

/** One word, such as a key or an address, without what was pasted around it and without line breaks inside it. */
export function pastedWord(text: string): string {
  const plain = text.replace(INVISIBLE, '').replace(SPACES, ' ').replace(LINE_BREAKS, '\n');
  const inner = trimmed(plain, DOUBLE_QUOTES, SINGLE_QUOTES);
  return inner.replace(/ *\n */g, '');
}

/** Quotes at the ends come from quoting the word. Quotes inside it are left for the check. */
function trimmed(text: string, ...quotes: readonly RegExp[]): string {
  const straight = quotes.reduce((all, quote) => all.replace(quote, '"'), text);
  // Every quote is one character long, so places in both texts are the same.
  const from = /^[\s"'`<]*/.exec(straight)?.[0].length ?? 0;
  const to = straight.replace(ROUND_IT, '').length + from;
  return text.slice(from, to);
}

/** A character that a request cannot contain: its place, counted from 1, and the character. */
export interface OddCharacter {
  readonly at: number;
  readonly shown: string;
}

/** The first character of a word that is none of the printable ASCII ones; null if there is none. */
export function oddCharacter(word: string): OddCharacter | null {
  const at = word.search(/[^!-~]/);
  if (at < 0) return null;
  const code = word.codePointAt(at) ?? 0;
  // A mark that joins the letter before it, or is not drawn at all, is named by its number.
  const isDrawn = code >= 0x370 || (code > 0xa0 && code < 0x300);
  const hex = code.toString(16).toUpperCase();
  const name = code === 0x20 ? '" "' : `U+${'0000'.slice(hex.length)}${hex}`;
  return { at: at + 1, shown: isDrawn ? String.fromCodePoint(code) : name };
}
