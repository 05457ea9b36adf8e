/** The packed app in the languages of watch and phone, which are set separately. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator';
import { phoneTexts } from '../../utils/core/text/catalogues.ts';
import { watchTexts } from '../../utils/core/text/watch-catalogues.ts';
import { createPackedWatch, openPacked, type PackedWatch } from '../support/packed-watch.ts';

let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
});

function watchIn(where: 'watch' | 'phone', locale: string): PackedWatch {
  const watch = createPackedWatch(app);
  watch.perform({ verb: 'locale', where, locale });
  return watch;
}

describe('the watch', () => {
  it.each(['en-US', 'de-DE', 'es-ES', 'zh-CN'] as const)('set to %s speaks it', async (locale) => {
    const watch = watchIn('watch', locale);
    watch.perform({ verb: 'launch' });
    await watch.wait(500);
    expect(watch.texts()).toContain(watchTexts[locale]['help.next']);
  });

  it('set to a language that the app lacks speaks English', async () => {
    const watch = watchIn('watch', 'fr-FR');
    watch.perform({ verb: 'launch' });
    await watch.wait(500);
    expect(watch.texts()).toContain(watchTexts['en-US']['help.next']);
  });
});

describe('the phone', () => {
  it.each([
    ['de-DE', 'de-DE'],
    ['de-CH', 'de-DE'],
    ['en-GB', 'en-US'],
    ['es-MX', 'es-ES'],
    ['es', 'es-ES'],
    ['zh-Hans-CN', 'zh-CN'],
    ['fr-FR', 'en-US'],
    ['de-US', 'de-DE'],
    ['de_DE', 'de-DE'],
    ['es-419', 'es-ES'],
    ['es_US', 'es-ES'],
    ['es-Latn-GQ', 'es-ES'],
    ['zh_CN', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-Hant-CN', 'en-US'],
    ['zh-TW', 'en-US'],
  ] as const)('set to %s speaks %s', async (set, spoken) => {
    const watch = watchIn('phone', set);
    watch.perform({ verb: 'settings-open' });
    await watch.wait(500);
    expect(watch.settingsTexts()).toContain(phoneTexts[spoken]['phone.noSessions']);
  });
});
