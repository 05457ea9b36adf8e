import { expect, it } from 'vitest';
import { hasDecimalComma, localeOf, phoneLocale } from '../../../utils/core/text/catalogues.ts';

it.each([
  ['es-ES', 'es-ES', true],
  ['es-ES', '', true],
  ['es-ES', 'es-AR', true],
  ['es-ES', 'es-419', false],
  ['es-ES', 'es_MX.UTF-8', false],
  ['es-ES', 'es-Latn-US', false],
  ['de-DE', 'de-US', true],
  ['en-US', 'en-GB', false],
  ['zh-CN', 'zh-Hans-SG', false],
] as const)('in %s with the tag "%s" a decimal comma is %s', (locale, tag, isComma) => {
  expect(hasDecimalComma(locale, tag)).toBe(isComma);
});

it.each([
  ['de-US', 'de-DE'],
  ['de', 'de-DE'],
  ['DE', 'de-DE'],
  ['de_DE', 'de-DE'],
  ['de_DE.UTF-8', 'de-DE'],
  ['de-Latn-AT', 'de-DE'],
  ['de-CH-1901', 'de-DE'],
  ['deu', 'de-DE'],
  ['es-419', 'es-ES'],
  ['es_MX', 'es-ES'],
  ['es-US', 'es-ES'],
  ['spa', 'es-ES'],
  ['zh', 'zh-CN'],
  ['zh_CN', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['zh-Hans-HK', 'zh-CN'],
  ['zh_Hans_TW', 'zh-CN'],
  ['zh-hans-mo', 'zh-CN'],
  ['zh-MY', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['cmn-Hans-CN', 'zh-CN'],
  ['zh-CN-#Hans', 'zh-CN'],
  ['zh-Hant', 'en-US'],
  ['zh-Hant-CN', 'en-US'],
  ['zh-TW', 'en-US'],
  ['zh_HK', 'en-US'],
  ['en-DE', 'en-US'],
  ['en_150', 'en-US'],
  ['fr-DE', 'en-US'],
  ['dex', 'en-US'],
  ['', 'en-US'],
  ['undefined', 'en-US'],
])('the language tag %j is answered in %s', (tag, locale) => {
  expect(localeOf(tag)).toBe(locale);
});

it('a language name that the phone has found overrides its tag', () => {
  expect(phoneLocale('de-DE', 'fr-FR')).toBe('de-DE');
  expect(phoneLocale('iliacus.locale', 'es_AR')).toBe('es-ES');
});
