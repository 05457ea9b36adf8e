/** The languages that the build writes out. Adding one: a file each for watch and phone, and a line here. */
import { phoneDe } from './phone-de.ts';
import { type PhoneTexts, phoneEn } from './phone-en.ts';
import { phoneEs } from './phone-es.ts';
import { phoneZh } from './phone-zh.ts';
import { watchDe } from './watch-de.ts';
import { type WatchTexts, watchEn } from './watch-en.ts';
import { watchEs } from './watch-es.ts';
import { watchZh } from './watch-zh.ts';

export const locales = ['en-US', 'de-DE', 'es-ES', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

export const watchTexts: Readonly<Record<Locale, WatchTexts>> = {
  'en-US': watchEn,
  'de-DE': watchDe,
  'es-ES': watchEs,
  'zh-CN': watchZh,
};

export const phoneTexts: Readonly<Record<Locale, PhoneTexts>> = {
  'en-US': phoneEn,
  'de-DE': phoneDe,
  'es-ES': phoneEs,
  'zh-CN': phoneZh,
};

/**
 * The one text that the phone looks up by the platform's means: which of the catalogues is meant. The catalogues
 * themselves are in the code, once each, and not once more for every regional name.
 */
export const phoneLocaleKey = 'iliacus.locale';

/** @param found what the phone gives for `phoneLocaleKey`; the key itself in a language without a catalogue: English */
export function phoneTextsFor(found: string): PhoneTexts {
  const locale = locales.find((name) => name === found);
  return locale === undefined ? phoneEn : phoneTexts[locale];
}
