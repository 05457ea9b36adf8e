/** The editor's texts in the language that was chosen. */
import { type Locale, locales } from '../../../utils/core/text/catalogues.ts';
import { fill } from '../../../utils/core/text/phrase.ts';
import { de } from './de.ts';
import { type EditorKey, type EditorTexts, en } from './en.ts';
import { es } from './es.ts';
import { zh } from './zh.ts';

export const editorTexts: Readonly<Record<Locale, EditorTexts>> = {
  'en-US': en,
  'de-DE': de,
  'es-ES': es,
  'zh-CN': zh,
};

/** How each language calls itself, as the page's list of languages shows it. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  'en-US': 'English',
  'de-DE': 'Deutsch',
  'es-ES': 'Español',
  'zh-CN': '中文',
};

export type Translate = (key: EditorKey, ...values: readonly (string | number)[]) => string;

/** Looks texts up in one language. */
export function translator(locale: Locale): Translate {
  return (key, ...values) => fill(editorTexts[locale][key], values);
}

/** The locale of a name that a list of languages gives. */
export function localeNamed(name: string): Locale {
  return locales.find((one) => one === name) ?? 'en-US';
}
