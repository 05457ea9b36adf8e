/** Pictures of the whole phone page in the simulator: new, after a week and after a year, in both themes and every language. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchChrome } from 'zepp-watch-simulator/browser';
import type {} from 'zepp-watch-simulator/page';
import { serveSimulator } from 'zepp-watch-simulator/server';
import { type Locale, locales } from '../../utils/core/text/catalogues.ts';
import { runnersPhone } from '../simulate/runners-phone.ts';
import { allowingWatch } from '../simulate/seeded-watch.ts';

const PORT = 4793;
/** A Friday evening. The page tells dates, and the same page shall give the same picture on any day. */
const NOW_MS = Date.UTC(2026, 10, 27, 19, 30);
/** How long ago the first session was, in days; null for a phone without any. */
const STATES = { empty: null, week: 8, year: 365 } as const;
const COLOURS = 24;

/** Writes `phone-<state>-<theme>-<language>.png` into `folder`; names each through `done`. */
export async function drawPhonePictures(
  zabPath: string,
  folder: string,
  done: (name: string) => void,
): Promise<void> {
  const browser = await launchChrome();
  try {
    for (const [state, days] of Object.entries(STATES)) {
      const phoneStorage = days === null ? {} : runnersPhone(days, NOW_MS);
      const watch = allowingWatch();
      const served = await serveSimulator({ zabPath, ...watch, phoneStorage, port: PORT, quiet: true });
      try {
        for (const locale of locales) {
          const page = await openPhone(browser, served.url, locale);
          for (const theme of ['light', 'dark']) {
            if (theme === 'dark') await page.locator('#phone-dark').click();
            const name = `phone-${state}-${theme}-${locale.slice(0, 2)}.png`;
            const png = await page.locator('.phone-glass').screenshot();
            await sharp(png).png({ palette: true, colours: COLOURS, effort: 10 }).toFile(join(folder, name));
            done(name);
          }
          await page.close();
        }
      } finally {
        await served.close();
      }
    }
  } finally {
    await browser.close();
  }
}

/** The phone page in this language, as long as it is, so that one picture shows all of it. */
async function openPhone(browser: Browser, url: string, locale: Locale): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.clock.setFixedTime(NOW_MS);
  await page.goto(url);
  await page.waitForSelector('html[data-ready]');
  // Arrows are in the Chinese font alone.
  await page.addStyleTag({ url: `${new URL(url).origin}/fonts-chinese.css` });
  await page.addStyleTag({
    content:
      '.phone-glass { max-height: none !important; height: auto !important; width: 390px; contain: none !important; }',
  });
  await page.evaluate((wanted) => {
    window.__session?.perform({ verb: 'locale', where: 'phone', locale: wanted });
    window.__session?.perform({ verb: 'settings-open' });
  }, locale);
  await page.locator('#settings', { hasText: 'Iliacus' }).waitFor();
  await openNewest(page);
  return page;
}

/** Opens the newest session, where there is one. */
async function openNewest(page: Page): Promise<void> {
  const row = page.locator('#settings button', { hasText: ' · ' }).first();
  if ((await row.count()) > 0) await row.click();
  await page.mouse.move(0, 0);
}
