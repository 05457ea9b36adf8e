/** A key or token that may be used in a request header. */
import { oddCharacter, pastedWord } from '../base/pasted.ts';
import { type Checked, refuse } from '../text/fault.ts';

/** Longer than any key; a longer header would be refused by most servers. */
const MAX_LENGTH = 2_000;

/**
 * The secret in a pasted text, without anything pasted around it, line breaks, invisible characters and the word `Bearer`,
 * which is not part of it. A dash, a quote or a letter that a header cannot contain is refused, since nobody can tell what was
 * there.
 */
export function parseSecret(text: string): Checked<string> {
  const secret = pastedWord(text.replace(/^\s*(authorization\s*:\s*)?bearer\s+/i, ''));
  const odd = oddCharacter(secret);
  if (odd !== null) return refuse('fault.secret', odd.at, odd.shown);
  return secret.length > MAX_LENGTH ? refuse('fault.long', MAX_LENGTH) : { ok: true, value: secret };
}
