/** The packed app in a real browser: what `npm start` opens, one click on Start, and hands off. */
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

  it('breaks no rule of the platform and makes no complaint on the console', async () => {
    const breaches = await open.page.evaluate(() => window.__simulation?.breaches);
    expect(breaches).toEqual([]);
    expect(open.complaints).toEqual([]);
  });
});
