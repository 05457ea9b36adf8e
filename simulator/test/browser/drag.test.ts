/** Dragging a finger over the glass. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { COUNT_BUTTON, SIDE_COLOURS } from '../support/sample-app.ts';
import { placeOnGlass, type SamplePages, serveSample } from '../support/sample-page.ts';

let pages: SamplePages;
let page: Page;

beforeAll(async () => {
  pages = await serveSample();
});

afterAll(() => pages.close());

beforeEach(async () => {
  page = await pages.open({ viewport: { width: 1280, height: 900 } });
});

afterEach(() => page.context().close());

/** What is drawn at a point of the glass: red, green, blue and opacity, 0 to 255. */
function colourAt(point: { x: number; y: number }): Promise<readonly number[]> {
  return page.evaluate((of) => {
    const canvas = document.querySelector('#watch');
    if (!(canvas instanceof HTMLCanvasElement)) return [];
    const { width, left, top } = canvas.getBoundingClientRect();
    const place = window.__placeOf?.(of) ?? of;
    const scale = canvas.width / width;
    const at = [(place.x - left) * scale, (place.y - top) * scale].map(Math.round);
    return [...(canvas.getContext('2d')?.getImageData(at[0] ?? 0, at[1] ?? 0, 1, 1).data ?? [])];
  }, point);
}

it('a dragged finger moves the content under it, which stays where the finger leaves it', async () => {
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
  // The page can scroll 140 px down, and no further.
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 200, { steps: 5 });
  await page.mouse.up();
  await page.waitForFunction(() => window.__simulation?.watch.scrollTopPx === 140);
  expect(await page.locator('#script').inputValue()).toMatch(/swipe up (?:99|100|101)\n/);
});

it('a dragged finger moves pages that lie side by side, and the watch turns to the page that it pulled in', async () => {
  await page.evaluate(() => window.__session?.perform({ verb: 'launch', page: 'page/beside' }));
  const [green, brown] = SIDE_COLOURS.map((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255, 255]);
  const [left, right] = [
    { x: 100, y: 240 },
    { x: 400, y: 240 },
  ];
  await expect.poll(() => colourAt(right)).toEqual(green);
  const from = await placeOnGlass(page, right);
  const to = await placeOnGlass(page, { x: 200, y: 250 });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await expect.poll(() => colourAt(right)).toEqual(brown);
  expect(await colourAt(left)).toEqual(green);
  expect(await page.evaluate(() => window.__simulation?.watch.swiperIndex)).toBe(0);
  await page.mouse.up();
  await expect.poll(() => colourAt(left)).toEqual(brown);
  expect(await page.evaluate(() => window.__simulation?.watch.swiperIndex)).toBe(1);
  // Beyond the last page there is nothing to draw in.
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  expect(await colourAt(right)).toEqual(brown);
  await page.mouse.up();
});
