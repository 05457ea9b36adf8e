/** A routine from its author to the history: composed, tried, copied as a code, pasted on the phone, guided hands-free, listed by its names. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { phoneEn } from '../../utils/core/text/phone-en.ts';
import { noteComplaints, type OpenPage, placeOf } from '../support/browser-page.ts';
import { axeFaults, goToEditor, openBesideEditor, write } from '../support/routine-editor.ts';

/** A busy computer needs more time. */
const PATIENCE = { timeout: 100_000 } as const;
vi.setConfig({ testTimeout: 240_000 });

let open: OpenPage;

beforeAll(async () => {
  open = await openBesideEditor();
}, 300_000);

afterAll(() => open?.close());

const watchPage = (page: Page, name: string) =>
  page.waitForFunction(
    (wanted) => window.__simulation?.watch.page === `page/${wanted}/index.page`,
    name,
    PATIENCE,
  );

const watchShows = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('#watch')?.getAttribute('aria-label')?.includes(wanted),
    text,
    PATIENCE,
  );

/** Presses Start, and reads the author's safety text, which comes before the first session. */
async function pressStart(page: Page): Promise<void> {
  const press = async (text: string): Promise<void> => {
    const { x, y } = await placeOf(page, text);
    await page.mouse.click(x, y);
  };
  await press('Start');
  await watchShows(page, 'Stop when the knee hurts.');
  await press('I understand');
}

/** Writes a routine of one step that only the left side does. */
async function composeWallSit(page: Page): Promise<void> {
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByLabel('Start from').selectOption({ label: 'Calf and hip stretch' });
  await page.getByRole('button', { name: 'Remove: Step 2' }).click();
  await write(page, {
    name: 'Wall sit, left',
    author: 'Anna Berg',
    safety: 'Stop when the knee hurts.',
    'steps/0/name': 'Wall sit',
    'steps/0/instruction': 'Back to the wall, knees bent',
    'steps/0/doses/none/0/atS': 45,
    'steps/0/spots/sore': 2,
  });
  await page.locator('[id="field/steps/0/only"]').selectOption('left');
  await page.getByRole('radio', { name: 'No drawing' }).check();
}

describe.each([
  ['a desk', { width: 1280, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
])('on the screen of %s', (_where, viewport) => {
  let page: Page;
  let complaints: readonly string[];
  let code = '';

  beforeAll(async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const context = await open.page.context().browser()?.newContext({ viewport, permissions });
    if (context === undefined) throw new Error('there is no browser');
    page = await context.newPage();
    complaints = noteComplaints(page);
    await page.goto(open.page.url());
  });

  afterAll(() => page?.context().close());

  it('a routine is composed, and at once guided on the watch beside the form', async () => {
    await goToEditor(page);
    await composeWallSit(page);
    await page.getByRole('button', { name: 'Try it on the watch' }).click();
    await page.getByText('On the watch: Wall sit, left.').waitFor(PATIENCE);
    await pressStart(page);
    await watchPage(page, 'session');
    await watchShows(page, 'Back to the wall');
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
  });

  it('its code is copied, and shown in full on the phone before it is added', async () => {
    await page.getByRole('button', { name: 'Copy a link' }).click();
    await page.getByText('Copied.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy the code' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe(link);
    code = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${page.url().split('#')[0]}#routine=${code}`);
    await page.getByRole('link', { name: 'Simulator' }).click();
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    const phone = page.locator('#settings');
    await phone.getByLabel(phoneEn['routines.paste']).fill(code);
    await page.keyboard.press('Tab');
    await phone.getByText('Wall sit, left, by Anna Berg (not verified)').waitFor(PATIENCE);
    await phone.getByText('Stop when the knee hurts.').waitFor();
    await phone.getByRole('button', { name: phoneEn['routines.add'] }).click();
    const routine = phone.locator('label', { hasText: phoneEn['preferences.routine'] }).locator('select');
    await routine.first().selectOption({ label: 'Wall sit, left' });
  });

  it('the watch guides it to its end hands-free, and the phone lists it with its names', async () => {
    await page.locator('#launch').click();
    await watchShows(page, 'Wall sit, left');
    await pressStart(page);
    await page.locator('[data-speed="60"]').click();
    await watchPage(page, 'summary');
    const phone = page.locator('#settings');
    await phone.getByRole('button', { name: 'done +' }).first().click(PATIENCE);
    await phone.getByText('Wall sit, spot 2: 50 s, guided to the end').waitFor(PATIENCE);
    expect(await phone.innerText()).toContain('Wall sit, left');
    expect(await page.evaluate(() => window.__simulation?.breaches)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
