/** The languages that the build writes out. Adding one: a file each for watch and phone, and a line here. */
import { type PhoneTexts, phoneEn } from './phone-en.ts';
import { type WatchTexts, watchEn } from './watch-en.ts';

export const locales = ['en-US'] as const;
export type Locale = (typeof locales)[number];

export const watchTexts: Readonly<Record<Locale, WatchTexts>> = { 'en-US': watchEn };
export const phoneTexts: Readonly<Record<Locale, PhoneTexts>> = { 'en-US': phoneEn };
