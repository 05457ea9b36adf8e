/** The routine editor in a real browser, beside the simulator as `npm start` and the demo have it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { buildEditor } from '../../tools/routine-editor/page-files.ts';
import { allowingWatch } from '../../tools/simulate/seeded-watch.ts';
import { type OpenPage, openInBrowser } from './browser-page.ts';

/** Opens the page of the simulator, with the editor beside it. */
export async function openBesideEditor(): Promise<OpenPage> {
  return openInBrowser({ ...allowingWatch(), besides: (await buildEditor()).files });
}

/** Goes from any page of the server to the editor, with a routine in its address or with the editor's starting point. */
export async function goToEditor(page: Page, code = ''): Promise<void> {
  const address = new URL(`/routine-editor.html${code && `#routine=${code}`}`, page.url()).href;
  // A browser does not load a page again if only the hash differs.
  await page.goto('about:blank');
  await page.goto(address);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
}

/** The control for a path of the definition. */
export function fieldOf(page: Page, path: string) {
  return page.locator(`[id="field/${path}"]`);
}

/** Types a value into the form at each path, and opens folded parts. */
export async function write(page: Page, values: Readonly<Record<string, string | number>>): Promise<void> {
  await page.evaluate(() => {
    document.querySelectorAll('details').forEach((details) => {
      details.open = true;
    });
  });
  for (const [path, value] of Object.entries(values)) await fieldOf(page, path).fill(String(value));
}

/** The faults that axe-core finds on the page, one on each line. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    interface Fault {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
    }
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: readonly Fault[] }> } };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  });
}
