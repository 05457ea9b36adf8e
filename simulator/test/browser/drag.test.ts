/** A finger that is dragged over the glass. */
import { expect, it } from 'vitest';
import { COUNT_BUTTON } from '../support/sample-app.ts';
import { placeOnGlass, serveSample } from '../support/sample-page.ts';

it('moves the content under a finger that is dragged, and leaves it where the finger left it', async () => {
  const pages = await serveSample();
  const page = await pages.open({ viewport: { width: 1280, height: 900 } });
  const colourAt = (point: { x: number; y: number }): Promise<readonly number[]> =>
    page.evaluate((of) => {
      const canvas = document.querySelector('#watch');
      if (!(canvas instanceof HTMLCanvasElement)) return [];
      const { width, left, top } = canvas.getBoundingClientRect();
      const place = window.__placeOf?.(of) ?? of;
      const scale = canvas.width / width;
      const at = [(place.x - left) * scale, (place.y - top) * scale].map(Math.round);
      return [...(canvas.getContext('2d')?.getImageData(at[0] ?? 0, at[1] ?? 0, 1, 1).data ?? [])];
    }, point);
  // Left of the button's text, so that the colour is the button's own.
  const button = { x: COUNT_BUTTON.x - 70, y: COUNT_BUTTON.y };
  const blue = await colourAt(button);
  const from = await placeOnGlass(page, { x: 380, y: 250 });
  const to = await placeOnGlass(page, { x: 380, y: 150 });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  const moved = { x: button.x, y: button.y - 100 };
  await expect.poll(() => colourAt(moved)).toEqual(blue);
  expect(await page.evaluate(() => window.__simulation?.watch.scrollTopPx)).toBe(0);
  await page.mouse.up();
  await page.waitForFunction(() => Math.abs((window.__simulation?.watch.scrollTopPx ?? 0) - 100) <= 1);
  expect(await colourAt(moved)).toEqual(blue);
  // The page can go 140 px down, and no further.
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 200, { steps: 5 });
  await page.mouse.up();
  await page.waitForFunction(() => window.__simulation?.watch.scrollTopPx === 140);
  expect(await page.locator('#script').inputValue()).toMatch(/swipe up (?:99|100|101)\n/);
  await pages.close();
});
