/** The packed app on the simulator's page, in a real browser. */
import type { Page } from 'playwright-core';
import { launchChrome } from 'zepp-watch-simulator/browser';
import type {} from 'zepp-watch-simulator/page';
import { type ServeOptions, serveSimulator } from 'zepp-watch-simulator/server';
import { ensureBuilt } from '../../tools/package/build.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';

export interface OpenPage {
  readonly page: Page;
  /** The errors and warnings that the page has written to its console. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Notes the errors of a page. */
export function noteComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Opens the page as `npm start` does, on a watch whose wearer has read the safety page. */
export async function openInBrowser(past: Partial<ServeOptions> = {}): Promise<OpenPage> {
  const { simulatorZab: zabPath } = await ensureBuilt({ isQuiet: true });
  const served = await serveSimulator({ zabPath, files: usedWatch(), port: 0, quiet: true, ...past });
  const browser = await launchChrome();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const complaints = noteComplaints(page);
  await page.goto(served.url);
  await page.waitForSelector('html[data-ready]');
  const close = async (): Promise<void> => {
    await browser.close();
    await served.close();
  };
  return { page, complaints, close };
}

/** The point of the page where the glass shows a button with this text, px. */
export async function placeOf(page: Page, text: string): Promise<{ readonly x: number; readonly y: number }> {
  await page.locator('#watch').scrollIntoViewIfNeeded();
  const place = await page.evaluate((wanted) => {
    const widgets = window.__simulation?.watch.widgets ?? [];
    const box = widgets.find(({ kind, props }) => kind === 'BUTTON' && props.text === wanted)?.props;
    const middle = (start: unknown, size: unknown): number => Number(start) + Number(size) / 2;
    return box && window.__placeOf?.({ x: middle(box.x, box.w), y: middle(box.y, box.h) });
  }, text);
  if (place === undefined) throw new Error(`no button "${text}" on the page`);
  return place;
}
