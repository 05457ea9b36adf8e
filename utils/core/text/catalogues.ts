/** The languages, and the texts of the phone in each. Those of the watch are in `watch-catalogues.ts`: the build writes them out. */
import { phoneDe } from './phone-de.ts';
import { type PhoneTexts, phoneEn } from './phone-en.ts';
import { phoneEs } from './phone-es.ts';
import { phoneZh } from './phone-zh.ts';

export const locales = ['en-US', 'de-DE', 'es-ES', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

export const phoneTexts: Readonly<Record<Locale, PhoneTexts>> = {
  'en-US': phoneEn,
  'de-DE': phoneDe,
  'es-ES': phoneEs,
  'zh-CN': phoneZh,
};

/** Where Spanish has a decimal point, as its spreadsheets do (Unicode CLDR, `es-419` and below). */
const SPANISH_WITH_POINT = ['419', 'do', 'gt', 'hn', 'mx', 'ni', 'pa', 'pe', 'pr', 'sv', 'us'];

/**
 * Whether numbers have a decimal comma. Spreadsheets of such countries expect semicolons between cells.
 * @param tag the phone's language tag, whose region decides in Spanish; empty if it tells none
 */
export function hasDecimalComma(locale: Locale, tag = ''): boolean {
  if (locale !== 'es-ES') return locale === 'de-DE';
  return !partsOf(tag).some((part) => SPANISH_WITH_POINT.indexOf(part) >= 0);
}

/**
 * The only text that the phone looks up through the platform: the name of the catalogue to use. The catalogues
 * themselves are in the code, once each, and not once more for every regional name.
 */
export const phoneLocaleKey = 'iliacus.locale';

/** Languages by the first part of a tag, in two letters or three. */
const LANGUAGES: Readonly<Record<string, Locale>> = {
  en: 'en-US',
  eng: 'en-US',
  de: 'de-DE',
  deu: 'de-DE',
  ger: 'de-DE',
  es: 'es-ES',
  spa: 'es-ES',
  zh: 'zh-CN',
  zho: 'zh-CN',
  chi: 'zh-CN',
  cmn: 'zh-CN',
};
/** Regions that write Chinese in traditional characters if the tag names no script. */
const TRADITIONAL = ['tw', 'hk', 'mo'];

/**
 * The catalogue for a language tag in any of its forms (`de-US`, `es-419`, `zh-Hans-HK`, `zh_CN`, `de_DE.UTF-8`): that of its
 * language, whatever the region. A reader of traditional characters gets English, as one of any other language does.
 */
export function localeOf(tag: string): Locale {
  const [language = '', ...parts] = partsOf(tag);
  const locale = LANGUAGES[language] ?? 'en-US';
  if (locale !== 'zh-CN' || parts.indexOf('hans') >= 0) return locale;
  const isTraditional = parts.some((part) => part === 'hant' || TRADITIONAL.indexOf(part) >= 0);
  return isTraditional ? 'en-US' : locale;
}

function partsOf(tag: string): readonly string[] {
  return tag
    .trim()
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

/**
 * @param found what the phone gives for `phoneLocaleKey`; the key itself where no catalogue has exactly its language tag
 * @param tag the phone's language tag; empty if it tells none
 */
export function phoneLocale(found: string, tag: string): Locale {
  return locales.find((name) => name === found) ?? localeOf(tag);
}
