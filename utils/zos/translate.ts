import { getText } from '@zos/i18n';
import { fill, type Phrase } from '../core/text/phrase.ts';

/** The phrase in the watch's language. */
export function translate(phrase: Phrase): string {
  return fill(
    getText(phrase.key),
    phrase.values.map((value) => (typeof value === 'object' ? translate(value) : value)),
  );
}
