/** A phrase as a wearer reads it. */
import { type Locale, watchTexts } from '../../utils/core/text/catalogues.ts';
import { fill, type Phrase } from '../../utils/core/text/phrase.ts';

export function inLanguage(locale: Locale, { key, values }: Phrase): string {
  return fill(
    watchTexts[locale][key],
    values.map((value) => (typeof value === 'object' ? inLanguage(locale, value) : value)),
  );
}
