/** The phone page in a real browser, by keyboard alone: every control has a name, keeps the focus and does what it says. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usedPhone } from '../../tools/simulate/seeded-phone.ts';
import { preferenceControls } from '../../utils/core/preferences/preference-rows.ts';
import { preferenceNames } from '../../utils/core/preferences/preferences.ts';
import { checkedJsonText } from '../../utils/core/sync/phone-keys.ts';
import { type OpenPage, openInBrowser } from '../support/browser-page.ts';

let open: OpenPage;
let page: Page;
let settings: Locator;

beforeAll(async () => {
  open = await openInBrowser({ phoneStorage: usedPhone(40, Date.now() - 2 * 86_400_000), port: 4791 });
  page = open.page;
  settings = page.locator('#settings');
  await settings.locator('button').first().waitFor();
}, 300_000);

afterAll(() => open?.close());

/** Focuses the button of this name and presses the key. */
async function key(name: string, pressed: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  const button = settings.getByRole('button', { name }).first();
  await button.focus();
  await page.keyboard.press(pressed);
}

const stored = (name: string): Promise<string | undefined> =>
  page.evaluate((wanted) => window.__simulation?.phone.storage.get(wanted), name);

describe('the phone page in a browser', () => {
  it('lets Tab reach each control, and each has a name', async () => {
    await settings.locator('button').first().focus();
    const reached: string[] = [];
    for (let steps = 0; steps < 80; steps++) {
      const name = await page.evaluate(() => {
        const at = document.activeElement;
        if (!(at instanceof HTMLElement) || at.closest('#settings') === null) return null;
        const label = at.closest('label')?.querySelector('span')?.textContent;
        return (
          at.getAttribute('aria-label') ??
          (at.tagName === 'BUTTON' ? at.textContent : label) ??
          ''
        ).trim();
      });
      if (name === null) break;
      reached.push(name);
      await page.keyboard.press('Tab');
    }
    expect(reached.filter((name) => name === '')).toEqual([]);
    const controls = await settings.locator('button, select, input, textarea').count();
    expect(reached).toHaveLength(controls);
  });

  it('opens a session and pages through the history by keyboard', async () => {
    await key('done +');
    await settings.getByText('Side: left').waitFor();
    await key('done −', 'Space');
    await settings.getByText('Side: left').waitFor({ state: 'detached' });
    await key('Older sessions');
    await settings.getByRole('button', { name: 'Newer sessions' }).waitFor();
    await key('Newer sessions');
    await settings.getByRole('button', { name: 'Newer sessions' }).waitFor({ state: 'detached' });
  });

  it('changes every preference by keyboard, and keeps each', async () => {
    await key('Advanced +');
    await settings.getByRole('button', { name: 'Advanced −' }).waitFor();
    const selects = settings.locator('select');
    const count = await selects.count();
    expect(count).toBe(preferenceControls.length);
    for (let at = 0; at < count; at++) {
      const select = selects.nth(at);
      await select.focus();
      const before = await select.inputValue();
      await page.keyboard.press(
        (await select.evaluate((one: HTMLSelectElement) => one.selectedIndex)) === 0
          ? 'ArrowDown'
          : 'ArrowUp',
      );
      await expect.poll(() => selects.nth(at).inputValue()).not.toBe(before);
    }
    await expect
      .poll(
        async () =>
          Object.keys(JSON.parse(checkedJsonText(await stored('preferences')) || '{"fields":{}}').fields)
            .length,
      )
      // The spots of both sides are one field.
      .toBe(preferenceNames.length);
    await settings.getByText('Waiting for the watch').first().waitFor();
  });

  it('shows each export in a field whose whole text can be selected', async () => {
    // The error reports are for experts: the test before has opened that part.
    for (const [button, label, begins] of [
      ['CSV', 'Part 1 of', 'watch,record,start_utc'],
      ['JSON', 'Part 1 of', '{"format":"iliacus-log"'],
      ['For a physio', 'For a physio', 'Iliacus: Hip release'],
      ['Error reports', 'Error reports', 'nothing to report'],
    ] as const) {
      await key(button);
      const field = settings.locator('label', { hasText: label }).locator('textarea');
      await expect.poll(() => field.inputValue()).toContain(begins);
      await field.focus();
      await page.keyboard.press('Control+a');
      const selected = await field.evaluate(
        (one: HTMLTextAreaElement) => one.selectionEnd - one.selectionStart,
      );
      expect(selected).toBe((await field.inputValue()).length);
      await key(button);
    }
  });

  it('accepts an address, a key and an import that are typed', async () => {
    await settings.getByLabel('Address of the webhook').fill('http://plain.example');
    await page.keyboard.press('Tab');
    await settings.getByText('must begin with https://').waitFor();
    await settings.getByLabel('API key').fill('typed-key');
    await page.keyboard.press('Tab');
    await expect.poll(() => stored('secret.intervals')).toContain('typed-key');
    expect(await settings.innerText()).not.toContain('typed-key');
    await settings.getByLabel('Import: paste').fill('no export');
    await page.keyboard.press('Tab');
    await settings.getByText('Nothing was imported.').waitFor();
  });

  it('deletes everything after two questions', async () => {
    await key('Delete everything');
    await key('Yes, delete');
    await key('Delete for good');
    await settings.getByText('No session yet: whenever you are ready.').waitFor();
    expect(await stored('secret.intervals')).toBeUndefined();
  });

  it('breaks no rule of the platform and makes no complaint on the console', async () => {
    expect(await page.evaluate(() => window.__simulation?.breaches)).toEqual([]);
    expect(open.complaints).toEqual([]);
  });
});
