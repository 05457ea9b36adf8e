/** Pictures of the whole phone page in the simulator: empty and with sessions, in light and in dark colours. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChrome } from 'zepp-watch-simulator/chrome/launch';
import { serveSimulator } from 'zepp-watch-simulator/serve/server';
import { usedPhone } from '../simulate/seeded-phone.ts';
import { allowingWatch } from '../simulate/seeded-watch.ts';

const PORT = 4793;
const SESSIONS = 26;
/** The page shows how long ago the last session was, so the date itself may be any. */
const LAST_SESSION_AGO_MS = 2 * 86_400_000;

/** Writes `phone-<what>-<light or dark>.png` into `folder`; names each through `done`. */
export async function drawPhonePictures(
  zabPath: string,
  folder: string,
  done: (name: string) => void,
): Promise<void> {
  const browser = await launchChrome();
  try {
    for (const what of ['empty', 'full'] as const) {
      const phoneStorage = what === 'full' ? usedPhone(SESSIONS, Date.now() - LAST_SESSION_AGO_MS) : {};
      const served = await serveSimulator({
        zabPath,
        ...allowingWatch(),
        phoneStorage,
        port: PORT,
        quiet: true,
      });
      try {
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        await page.goto(served.url);
        await page.waitForSelector('html[data-ready]');
        await page.locator('#settings', { hasText: 'Iliacus' }).waitFor();
        await showWhole(page);
        if (what === 'full') await openOne(page);
        for (const look of ['light', 'dark'] as const) {
          if (look === 'dark') await page.locator('#phone-dark').click();
          const name = `phone-${what}-${look}.png`;
          await page.locator('.phone-glass').screenshot({ path: join(folder, name) });
          done(name);
        }
        await page.close();
      } finally {
        await served.close();
      }
    }
  } finally {
    await browser.close();
  }
}

/** Makes the phone as long as its page, so that one picture shows all of it. */
async function showWhole(page: Page): Promise<void> {
  await page.addStyleTag({
    content:
      '.phone-glass { max-height: none !important; height: auto !important; width: 390px; contain: none !important; }',
  });
}

/** Opens the newest session and the report for a physio. */
async function openOne(page: Page): Promise<void> {
  await page.locator('#settings button', { hasText: ' min · ' }).first().click();
  await page.locator('#settings button', { hasText: 'For a physio' }).click();
  await page.locator('#settings textarea').first().waitFor();
  await page.mouse.move(0, 0);
}
