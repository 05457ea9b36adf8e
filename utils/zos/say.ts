import { getText } from '@zos/i18n';
import { fill, type Phrase } from '../core/text/phrase.ts';

/** Several on one line. */
export function sayList(phrases: readonly Phrase[]): string {
  return phrases.map(say).join(getText('comma'));
}

/** The phrase in the watch's language. */
export function say(phrase: Phrase): string {
  return fill(
    getText(phrase.key),
    phrase.values.map((value) => (typeof value === 'object' ? say(value) : value)),
  );
}
