/** Marks that end a phrase, or belong to the character before them: none of them begins a line. */
const NEVER_FIRST = ',.;:!?)]}’”»…、。〉》」』】，！？：；）';
/** Marks that open a phrase: none of them ends a line. */
const NEVER_LAST = '([{‘“«〈《「『【（';

/**
 * How well somebody else's text may be broken before `at`: 0 not at all, 1 inside a word, 2 between words, 3 between phrases. Our own texts
 * say themselves where their lines end. A space stays at the end of its line, where it is not seen.
 */
export function breakRank(text: string, at: number): number {
  const next = text.charAt(at);
  const last = text.slice(0, at).trim().slice(-1);
  // The end of the text is no place to break it, either.
  if (next <= ' ' || NEVER_FIRST.indexOf(next) >= 0 || NEVER_LAST.indexOf(last) >= 0) return 0;
  // The second half of a character, or a skin tone.
  if ((next >= '\udc00' && next < '\ue000') || (next === '\ud83c' && text.charAt(at + 1) >= '\udffb'))
    return 0;
  // Chinese, Japanese and Korean have no spaces between words.
  if (text.charAt(at - 1) > ' ' && next < '\u1100') return 1;
  return NEVER_FIRST.indexOf(last) >= 0 ? 3 : 2;
}
