/** The routine editor in a real browser: used by keyboard, checked while the author types, read by a screen reader, in four languages. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EXAMPLE_CODES } from '../../tools/routine-editor/examples.ts';
import { editorTexts, translator } from '../../tools/routine-editor/texts/translate.ts';
import { encodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { locales } from '../../utils/core/text/catalogues.ts';
import type { OpenPage } from '../support/browser-page.ts';
import { hipDefinition } from '../support/definitions.ts';
import { compose, EXAMPLES } from '../support/example-routines.ts';
import { axeFaults, fieldOf, goToEditor, openBesideEditor, write } from '../support/routine-editor.ts';

const HIP_CODE = encodeRoutine(hipDefinition);

let open: OpenPage;
let page: Page;

beforeAll(async () => {
  open = await openBesideEditor();
  page = open.page;
}, 300_000);

afterAll(() => open?.close());

describe('the editor', () => {
  it.each(EXAMPLES.map((example, at) => [example.typed.name, example, at] as const))(
    'can write the example "%s" with its form alone',
    async (_name, example, at) => {
      await goToEditor(page);
      expect(await compose(page, example)).toBe(EXAMPLE_CODES[at]);
    },
  );

  it('shows the routine of a link as it was written', async () => {
    await goToEditor(page, HIP_CODE);
    expect(await fieldOf(page, 'steps/1/name').inputValue()).toBe('Back of the hip');
    expect(await page.locator('#code').inputValue()).toBe(HIP_CODE);
    await page.getByRole('img', { name: 'QR code' }).waitFor();
  });

  it('opens a code that a mail has broken into lines and quoted', async () => {
    await goToEditor(page);
    await page
      .getByLabel('Open a code or link')
      .fill(`Here it is:\n> ${HIP_CODE.replace(/(.{60})/g, '$1=\n> ')}`);
    await page.getByText('Opened: My hip release.').waitFor();
    expect(await page.locator('#code').inputValue()).toBe(HIP_CODE);
  });

  it('says what is wrong with a code, and does not change the form', async () => {
    await goToEditor(page, HIP_CODE);
    await page.getByLabel('Open a code or link').fill(HIP_CODE.slice(0, 200));
    await page.getByText('A part of it is missing at its end.').waitFor();
    expect(await fieldOf(page, 'name').inputValue()).toBe('My hip release');
  });

  it('says why it does not show the routine of an incomplete link', async () => {
    await goToEditor(page, HIP_CODE.slice(0, 200));
    expect(await page.getByRole('alert').innerText()).toContain('A part of it is missing at its end.');
    expect(await fieldOf(page, 'name').inputValue()).toBe('Calf and hip stretch');
  });

  it('keeps what was written when the page is loaded again', async () => {
    await goToEditor(page, HIP_CODE);
    await fieldOf(page, 'name').fill('Changed here');
    await page.reload();
    expect(await fieldOf(page, 'name').inputValue()).toBe('Changed here');
  });
});

describe('a fault', () => {
  beforeEach(() => goToEditor(page, HIP_CODE));

  it('is shown beside its field and above the form, and hides the code until it is corrected', async () => {
    const field = fieldOf(page, 'steps/0/doses/ball/1/atS');
    await field.fill('32');
    const sentence = 'Two cues come closer than 5 s: a wrist would not tell them apart.';
    expect(await page.locator('[id="fault/steps/0/doses/ball/1/atS"]').innerText()).toBe(sentence);
    expect(await page.locator('[id="fault/steps/0/doses/ball/1/atS"]').isVisible()).toBe(true);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByRole('status').first().innerText()).toContain(sentence);
    expect(await page.locator('#code').inputValue()).toBe('');
    await field.fill('60');
    expect(await page.getByRole('status').first().innerText()).toBe('The watch can guide this routine.');
    expect(await page.locator('#code').inputValue()).toBe(HIP_CODE);
  });

  it('has a link to its field, even in a folded part', async () => {
    await write(page, { 'rest/active/latestDays': '' });
    await page.evaluate(() => {
      document.querySelectorAll('details').forEach((details) => {
        details.open = false;
      });
    });
    await page.getByRole('button', { name: 'Show me' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field/rest/active/latestDays');
  });
});

describe('the session of a routine', () => {
  it('is drawn and described cue by cue, at any stage and for any side', async () => {
    await goToEditor(page, HIP_CODE);
    await page.locator('#timeline-stage').selectOption('active');
    await page.locator('#timeline-sides').selectOption('left');
    await page.getByText('The session as a list').click();
    const list = await page.locator('.editor-list').innerText();
    expect(list).toContain('0:00 Front of the hip, left, 1');
    expect(list).toContain('1:30 60 s done (3 short)');
    expect(list).toContain('1:45 New position (3 long)');
    expect(list).toMatch(/Done \(2 very long\)$/);
  });
});

describe('by keyboard alone', () => {
  it('a step is added, moved and removed, and the focus stays in it', async () => {
    await goToEditor(page, HIP_CODE);
    await page.locator('#add-hold').press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field/steps/3/name');
    await page.keyboard.type('Wall sit');
    await page.getByRole('button', { name: 'Up: Step 4' }).press('Enter');
    expect(await fieldOf(page, 'steps/2/name').inputValue()).toBe('Wall sit');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field/steps/2/name');
    await page.getByRole('button', { name: 'Remove: Step 3' }).press('Enter');
    expect(await page.locator('#code').inputValue()).toBe(HIP_CODE);
  });

  it('every control has a name, and Tab reaches it', async () => {
    await goToEditor(page, HIP_CODE);
    await write(page, {});
    const nameless = await page.evaluate(() =>
      Array.from(
        document.querySelectorAll<HTMLElement>('button, select, input, textarea'),
        (control) =>
          (control as HTMLInputElement).labels?.[0]?.innerText ||
          control.getAttribute('aria-label') ||
          control.innerText ||
          control.outerHTML,
      ).filter((name) => name.startsWith('<')),
    );
    expect(nameless).toEqual([]);
    await fieldOf(page, 'name').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field/author');
  });
});

describe.each([
  ['light', { viewport: { width: 1440, height: 900 } }],
  ['dark', { viewport: { width: 1280, height: 720 } }],
  ['light', { viewport: { width: 390, height: 844 } }],
  ['dark', { viewport: { width: 390, height: 844 } }],
] as const)('in %s colours at %o', (colorScheme, options) => {
  it('the page fits, and has no fault that axe-core finds, with and without a fault in the form', async () => {
    const narrow: BrowserContextOptions = { ...options, colorScheme };
    const other = await (await page.context().browser()?.newContext(narrow))?.newPage();
    if (other === undefined) throw new Error('there is no browser');
    await other.goto(page.url());
    await goToEditor(other, HIP_CODE);
    await write(other, {});
    expect(await axeFaults(other)).toEqual([]);
    await fieldOf(other, 'version').fill('0');
    expect(await axeFaults(other)).toEqual([]);
    expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport.width);
    await other.context().close();
  });
});

it.each(locales)('speaks %s, also on the watch beside it, and keeps what was written', async (locale) => {
  const name = 'Dr. "Q" \\ {0} & 腿';
  const code = encodeRoutine({ ...hipDefinition, name });
  await goToEditor(page, code);
  await page.locator('#language').selectOption(locale);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
  const shown = await page.locator('body').innerText();
  for (const key of ['title', 'part.steps', 'step.name', 'fault.none', 'timeline.list', 'code.copy'] as const)
    expect(shown).toContain(editorTexts[locale][key]);
  expect(await page.locator('#code').inputValue()).toBe(code);
  await page.locator('#try').click();
  await page.getByText(translator(locale)('trial.ready', name)).waitFor({ timeout: 50_000 });
});

it('makes no complaint on the console', () => expect(open.complaints).toEqual([]));
