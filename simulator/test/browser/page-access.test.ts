/** The page for people who use a keyboard or a screen reader. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SamplePages, serveSample } from '../support/sample-page.ts';

const DESKTOP = { width: 1280, height: 900 };

let pages: SamplePages;
let page: Page;

beforeAll(async () => {
  pages = await serveSample();
});

afterAll(() => pages.close());

async function open(): Promise<void> {
  page = await pages.open({ viewport: DESKTOP });
  await showing('count 0');
}

afterEach(() => page.context().close());

/** Waits until the text alternative of the watch holds a text. */
async function showing(text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('#watch')?.getAttribute('aria-label')?.includes(wanted),
    text,
  );
}

describe('the page by keyboard alone', () => {
  beforeEach(() => open());

  /** Presses Tab until an element that matches has the focus. */
  async function tabTo(selector: string): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${selector}`);
  }

  it('swipes with the arrows while the watch has the focus', async () => {
    await tabTo('#stage');
    await page.keyboard.press('ArrowRight');
    await showing('watch face');
  });

  it('shows where the focus is', async () => {
    await tabTo('#stage');
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    );
    expect(outline).toBe('solid');
  });

  it('taps a button of the app through its text', async () => {
    await tabTo('#controls-touch summary');
    await page.keyboard.press('Enter');
    await page.locator('#controls-touch .chip').nth(1).waitFor();
    await tabTo('#controls-touch .chip:nth-child(2)');
    await page.keyboard.press('Enter');
    await showing('count 1');
  });
});

describe('the texts to tap', () => {
  it('move the focus with the arrow keys, and it stops at both ends', async () => {
    await open();
    await page.locator('#controls-touch summary').press('Enter');
    const focused = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.textContent);
    const chips = page.locator('#controls-touch .chip');
    await chips.first().focus();
    const seen: unknown[] = [await focused()];
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'End', 'ArrowRight', 'Home']) {
      await page.keyboard.press(key);
      seen.push(await focused());
    }
    const [count, add, lost, end] = await chips.allTextContents();
    expect(seen).toEqual([count, count, add, lost, add, end, end, count]);
  });
});

describe('a screen reader', () => {
  beforeEach(() => open());

  it('finds a name on every control', async () => {
    await page.evaluate(() => {
      for (const group of document.querySelectorAll('details')) group.open = true;
    });
    const nameless = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('button, select, input, textarea'))
        .filter((control) => {
          const labelled = 'labels' in control && (control as HTMLInputElement).labels?.length;
          return !labelled && control.getAttribute('aria-label') === null && control.innerText.trim() === '';
        })
        .map((control) => control.outerHTML),
    );
    expect(nameless).toEqual([]);
  });

  it('is told of broken rules and vibrations', async () => {
    const polite = await page.evaluate(() =>
      ['#breaches', '#vibration'].map((selector) =>
        document.querySelector(selector)?.getAttribute('aria-live'),
      ),
    );
    expect(polite).toEqual(['polite', 'polite']);
  });
});

describe.each([
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 1280, height: 720 }],
  ['light', { width: 390, height: 844 }],
  ['dark', { width: 390, height: 844 }],
] as const)('the page in %s colours at %o', (colorScheme, viewport) => {
  it('has no fault that axe-core finds, with every control open', async () => {
    page = await pages.open({ viewport, colorScheme });
    await showing('count 0');
    await page.evaluate(() => {
      for (const group of document.querySelectorAll('details')) group.open = true;
    });
    await page.evaluate(
      await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    );
    const { faults, passed } = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: readonly Fault[]; passes: readonly unknown[] }> };
      };
      interface Fault {
        readonly id: string;
        readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
      }
      const { violations, passes } = await axe.run();
      return {
        passed: passes.length,
        faults: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
      };
    });
    expect(faults).toEqual([]);
    expect(passed).toBeGreaterThan(20);
  });
});
