/** Pictures of the routine editor: on a desk, light, with the watch beside the form; on a phone, dark, with the session's cues. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchChrome } from 'zepp-watch-simulator/browser';
import type {} from 'zepp-watch-simulator/page';
import { serveSimulator } from 'zepp-watch-simulator/server';
import { decodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { ensureBuilt } from '../package/build.ts';
import { EXAMPLE_CODES } from '../routine-editor/examples.ts';
import { buildEditor } from '../routine-editor/page-files.ts';
import { repositoryRoot } from '../shared/project.ts';
import { allowingWatch } from '../simulate/seeded-watch.ts';
import { vibrationNames } from '../simulate/vibration-names.ts';

const FOLDER = join(repositoryRoot, 'docs', 'pictures');
/** The same page shall give the same picture on any day. */
const NOW_MS = Date.UTC(2026, 10, 30, 19, 30);
const DESK = { width: 1280, height: 1420 };
const PHONE = { width: 390, height: 844 };

/** Writes `routine-editor.webp` and `routine-editor-phone.webp` into `docs/pictures`. */
export async function drawEditorPictures(): Promise<void> {
  const { simulatorZab: zabPath } = await ensureBuilt();
  const { files: besides } = await buildEditor();
  const vibrations = vibrationNames;
  const served = await serveSimulator({
    zabPath,
    ...allowingWatch(),
    vibrations,
    besides,
    port: 0,
    quiet: true,
  });
  const browser = await launchChrome();
  try {
    const address = `${served.url}routine-editor.html#routine=${EXAMPLE_CODES[0]}`;
    await drawDesk(await openEditor(browser, address, { viewport: DESK }));
    await drawPhone(await openEditor(browser, address, { viewport: PHONE, colorScheme: 'dark' }));
  } finally {
    await browser.close();
    await served.close();
  }
}

async function openEditor(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newPage']>[0],
): Promise<Page> {
  const page = await browser.newPage(options);
  await page.clock.setFixedTime(NOW_MS);
  await page.goto(address);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return page;
}

async function drawDesk(page: Page): Promise<void> {
  const read = decodeRoutine(EXAMPLE_CODES[0] ?? '');
  const name = read.ok ? read.value.name : '';
  await page.locator('#try').click();
  await page.getByText(`On the watch: ${name}`).waitFor({ timeout: 60_000 });
  await page.evaluate(async () => {
    const session = window.__session;
    await session?.perform({ verb: 'tap-text', text: 'Start' });
    await session?.clock.skip(30_000);
    session?.clock.setSpeed(0);
    scrollTo(0, 0);
  });
  await page.waitForTimeout(500);
  await write(page, 'routine-editor.webp');
}

async function drawPhone(page: Page): Promise<void> {
  await page.locator('#timeline').scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    document.querySelector('#timeline')?.scrollIntoView();
    scrollBy(0, -70);
  });
  await page.waitForTimeout(500);
  await write(page, 'routine-editor-phone.webp');
}

async function write(page: Page, name: string): Promise<void> {
  await sharp(await page.screenshot())
    .webp({ quality: 82, effort: 6 })
    .toFile(join(FOLDER, name));
}
