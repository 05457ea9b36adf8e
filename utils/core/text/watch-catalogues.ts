/** The texts of the watch in every language. The build writes them out for the platform, so that no bundle carries them. */
import type { Locale } from './catalogues.ts';
import { watchDe } from './watch-de.ts';
import { type WatchTexts, watchEn } from './watch-en.ts';
import { watchEs } from './watch-es.ts';
import { watchZh } from './watch-zh.ts';

export const watchTexts: Readonly<Record<Locale, WatchTexts>> = {
  'en-US': watchEn,
  'de-DE': watchDe,
  'es-ES': watchEs,
  'zh-CN': watchZh,
};
