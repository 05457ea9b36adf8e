/** What the types cannot see in the text catalogues; that no key is missing, they do see. */
import { describe, expect, test } from 'vitest';
import { locales, phoneTexts, watchTexts } from '../../utils/core/text/catalogues.ts';

const placeholders = (text: string): readonly string[] => (text.match(/\{\d+\}/g) ?? []).sort();

describe.each([
  ['watch', watchTexts],
  ['phone', phoneTexts],
] as const)('the %s’s texts', (_device, catalogue) => {
  const english: Readonly<Record<string, string>> = catalogue['en-US'];

  test.each(locales)('take the same values in %s as in English', (locale) => {
    const texts: Readonly<Record<string, string>> = catalogue[locale];
    const differing = Object.keys(english).filter(
      (key) => placeholders(texts[key] ?? '').join() !== placeholders(english[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  test.each(locales)('are never empty in %s', (locale) => {
    expect(Object.entries(catalogue[locale]).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
