/** A phrase as a wearer reads it. */
import type { Locale } from '../../utils/core/text/catalogues.ts';
import { fill, type Phrase } from '../../utils/core/text/phrase.ts';
import { watchTexts } from '../../utils/core/text/watch-catalogues.ts';

export function inLanguage(locale: Locale, { key, values }: Phrase): string {
  return fill(
    watchTexts[locale][key],
    values.map((value) => (typeof value === 'object' ? inLanguage(locale, value) : value)),
  );
}
