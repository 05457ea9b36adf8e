/** What the types cannot check in the text catalogues. They do check that no key is missing. */
import { describe, expect, it } from 'vitest';
import { objectAt } from '../../tools/shared/json.ts';
import { locales, phoneLocale, phoneLocaleKey, phoneTexts } from '../../utils/core/text/catalogues.ts';
import { watchTexts } from '../../utils/core/text/watch-catalogues.ts';
import { jsonOf } from './sources.ts';

const placeholders = (text: string): readonly string[] => (text.match(/\{\d+\}/g) ?? []).sort();

describe.each([
  ['watch', watchTexts],
  ['phone', phoneTexts],
] as const)('the %s’s texts', (_device, catalogue) => {
  const english: Readonly<Record<string, string>> = catalogue['en-US'];

  it.each(locales)('take the same values in %s as in English', (locale) => {
    const texts: Readonly<Record<string, string>> = catalogue[locale];
    const differing = Object.keys(english).filter(
      (key) => placeholders(texts[key] ?? '').join() !== placeholders(english[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it.each(locales)('are never empty in %s', (locale) => {
    expect(Object.entries(catalogue[locale]).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

it('the manifest names the app in exactly the languages of the catalogues', () => {
  const named = objectAt(jsonOf('app.json'), 'i18n');
  const expected = locales.map((locale) => [locale, { appName: watchTexts[locale].appName }]);
  expect(named).toEqual(Object.fromEntries(expected));
});

it.each(locales)('a phone that is told %s gets that catalogue', (locale) => {
  expect(phoneLocale(locale, '')).toBe(locale);
});

it('a phone in a language without a catalogue gets English', () => {
  expect(phoneLocale(phoneLocaleKey, '')).toBe('en-US');
});

/** Words that a language shares with English. */
const SAME_WORDS: Readonly<Record<string, readonly string[]>> = {
  'de-DE': ['Vibration'],
  'es-ES': ['normal', 'Normal'],
};

describe.each(locales.filter((locale) => locale !== 'en-US'))('the texts in %s', (locale) => {
  /**
   * Marks and names that are the same everywhere, and words that this language shares with English. Any other English text was left
   * untranslated.
   */
  const words = ['Iliacus', 'Start', 'Band', ...(SAME_WORDS[locale] ?? []), '\\{\\d+\\}'].join('|');
  const alike = (text: string): boolean => !/[a-z]{4}/i.test(text.replace(new RegExp(words, 'g'), ''));

  it.each([
    ['watch', watchTexts],
    ['phone', phoneTexts],
  ] as const)('of the %s are translated', (_device, catalogue) => {
    const english: Readonly<Record<string, string>> = catalogue['en-US'];
    const same = Object.entries(catalogue[locale]).filter(
      ([key, text]) => text === english[key] && !alike(text),
    );
    expect(same).toEqual([]);
  });
});
