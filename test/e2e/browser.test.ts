/** The packed app in a real browser: what `npm start` opens, with one click on Start and no more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenPage, openInBrowser, placeOf } from '../support/browser-page.ts';

let open: OpenPage;

beforeAll(async () => {
  open = await openInBrowser();
});

afterAll(() => open?.close());

describe('a session in the browser', () => {
  it('plays to its end after one click on Start and appears on the phone page', async () => {
    const { page } = open;
    expect(await page.locator('#settings').innerText()).toContain('No session yet');
    const { x, y } = await placeOf(page, 'Start');
    await page.mouse.click(x, y);
    await page.locator('[data-speed="60"]').click();
    await page.waitForFunction(
      () => window.__simulation?.watch.page === 'page/summary/index.page',
      undefined,
      {
        timeout: 50_000,
      },
    );
    await page.locator('#settings').getByText('3 min').first().click({ timeout: 10_000 });
    await page.locator('#settings', { hasText: '75 s' }).waitFor({ timeout: 10_000 });
    const listed = await page.locator('#settings').innerText();
    expect(listed.match(/: 75 s, guided to the end/g)).toHaveLength(2);
    expect(listed).toContain('March: 10 lifts');
  });

  it('is offered on the models that the app serves, and on no others', async () => {
    const offered = await open.page.locator('#model option').allTextContents();
    expect(offered.filter((name) => name.startsWith('Balance 2'))).toHaveLength(1);
    expect(offered.filter((name) => /^(?:GTR Mini|T-Rex 2)\b/.test(name))).toEqual([]);
  });

  it('breaks no rule of the platform and makes no complaint on the console', async () => {
    const breaches = await open.page.evaluate(() => window.__simulation?.breaches);
    expect(breaches).toEqual([]);
    expect(open.complaints).toEqual([]);
  });
});

describe('a session by keyboard alone', () => {
  it('starts and plays to its end', async () => {
    const keyboard = await openInBrowser();
    const { page } = keyboard;
    /** Presses Tab until the element has the focus. */
    const tabTo = async (selector: string): Promise<void> => {
      for (let presses = 0; presses < 80; presses++) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector))
          return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not reach ${selector}`);
    };
    /** Taps a text on the watch, whose button Tab and the arrow keys reach. */
    const tapChip = async (text: string): Promise<void> => {
      await page.locator('#controls-touch .chip', { hasText: text }).first().waitFor({ timeout: 20_000 });
      await tabTo('#controls-touch .chip');
      for (let presses = 0; presses < 20; presses++) {
        if ((await page.evaluate(() => document.activeElement?.textContent)) === text) break;
        await page.keyboard.press('ArrowRight');
      }
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(text);
      await page.keyboard.press('Enter');
      // The buttons change with the watch as soon as the focus has left them.
      await page.keyboard.press('Shift+Tab');
    };
    const onPage = (wanted: string): Promise<unknown> =>
      page.waitForFunction((name) => window.__simulation?.watch.page === name, wanted, { timeout: 50_000 });
    await tabTo('#controls-touch summary');
    await page.keyboard.press('Enter');
    await tapChip('Start');
    await onPage('page/session/index.page');
    await tabTo('[data-speed="60"]');
    await page.keyboard.press('Enter');
    await onPage('page/summary/index.page');
    expect(await page.evaluate(() => window.__simulation?.breaches)).toEqual([]);
    await keyboard.close();
  });
});
