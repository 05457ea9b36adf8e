import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COUNT_BUTTON, LOST_BUTTON } from '../support/sample-app.ts';
import { placeOnGlass, type SamplePages, serveSample } from '../support/sample-page.ts';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

let pages: SamplePages;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  pages = await serveSample();
});

afterAll(() => pages.close());

async function open(viewport: { width: number; height: number }, query = ''): Promise<void> {
  complaints = [];
  page = await pages.open({ viewport, hasTouch: viewport === PHONE }, query, (complaint) => {
    complaints.push(complaint);
  });
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

/** Where a point of the glass is in the window, px. */
const placeOn = (point: { x: number; y: number }): Promise<{ x: number; y: number }> =>
  placeOnGlass(page, point);

function overflowPx(): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

describe('the page on a desktop', () => {
  beforeEach(() => open(DESKTOP));

  it('shows the app by its name and complains about nothing', async () => {
    expect(await page.title()).toContain('Sample');
    expect(complaints).toEqual([]);
  });

  it('draws emoji of the app with a font of its own', async () => {
    await page.waitForFunction(() =>
      [...document.fonts].some(({ family, status }) => family.includes('Noto Emoji') && status === 'loaded'),
    );
  });

  it('passes a tap on the glass to the app', async () => {
    const { x, y } = await placeOn(COUNT_BUTTON);
    await page.mouse.click(x, y);
    await showing('count 1');
  });

  it('passes a long press to the app', async () => {
    const { x, y } = await placeOn(COUNT_BUTTON);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await showing('held');
    await page.mouse.up();
  });

  it('takes a move to the right for the swipe that leaves the app', async () => {
    const from = await placeOn({ x: 100, y: 100 });
    const to = await placeOn({ x: 400, y: 110 });
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await showing('watch face');
  });

  it('describes a vibration in words', async () => {
    const { x, y } = await placeOn(COUNT_BUTTON);
    await page.mouse.click(x, y);
    await page.waitForFunction(() => document.querySelector('#vibration')?.textContent === 'Felt: short');
  });

  it('scrolls the watch with the wheel, and turns the crown with Shift or beside the glass', async () => {
    const verbs = (): Promise<readonly string[] | undefined> =>
      page.evaluate(() =>
        window.__simulation?.events.filter(({ type }) => type === 'verb').map(({ text }) => text),
      );
    const turn = async (point: { x: number; y: number }, downPx: number): Promise<void> => {
      const { x, y } = await placeOn(point);
      await page.mouse.move(x, y);
      await page.mouse.wheel(0, downPx);
      await page.waitForTimeout(250);
    };
    await turn({ x: 240, y: 240 }, 100);
    await turn({ x: 240, y: 240 }, -100);
    await turn({ x: 486, y: 240 }, 100);
    await page.keyboard.down('Shift');
    await turn({ x: 240, y: 240 }, -100);
    await page.keyboard.up('Shift');
    expect((await verbs())?.slice(-4)).toEqual(['swipe up', 'swipe down', 'crown 30', 'crown -30']);
  });

  it('asks before a change of the model discards what was done', async () => {
    const { x, y } = await placeOn(COUNT_BUTTON);
    await page.mouse.click(x, y);
    await showing('count 1');
    let asked = '';
    page.once('dialog', (dialog) => {
      asked = dialog.message();
      void dialog.dismiss();
    });
    const other = await page.locator('#model option').nth(1).getAttribute('value');
    await page.selectOption('#model', other);
    expect(asked).toContain('Start again');
    await showing('count 1');
  });

  it('plays a script that is pasted, and says which step failed', async () => {
    await page.click('#script-details summary');
    const play = async (script: string, outcome: string): Promise<void> => {
      await page.fill('#script-to-play', script);
      await page.getByRole('button', { name: 'Play from the start' }).click();
      await page.locator('#script-outcome', { hasText: outcome }).waitFor();
    };
    await play('launch\nwait 1s\ntap-text Add\nwait 1s', 'Played to its end.');
    await showing('count 1');
    await play('launch\nwait 1s\ntap-text Nowhere', 'line 3');
  });

  it('shows watch, strip and hint without scrolling, and does not move when time begins to run', async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    const bottomOf = async (selector: string): Promise<number> => {
      const box = await page.locator(selector).boundingBox();
      return box === null ? Number.NaN : box.y + box.height;
    };
    const before = await bottomOf('canvas.strip');
    expect(before).toBeLessThanOrEqual(720);
    expect(await page.locator('#hint').innerText()).toBe('Press what you see on the watch.');
    const { x, y } = await placeOn(COUNT_BUTTON);
    await page.mouse.click(x, y);
    await showing('count 1');
    expect(await bottomOf('canvas.strip')).toBe(before);
    await page.addStyleTag({ content: '.phone-glass { min-height: 900px }' });
    expect(await bottomOf('canvas.strip')).toBe(before);
  });

  it('does not shift its layout when a rule is broken, and links to the rule from the header', async () => {
    const places = (): Promise<readonly (number | undefined)[]> =>
      page.evaluate(() =>
        ['#watch', 'canvas.strip', '#phone', '#controls', '#log-details', '#script-details'].map(
          (selector) => document.querySelector(selector)?.getBoundingClientRect().top,
        ),
      );
    const before = await places();
    const { x, y } = await placeOn(LOST_BUTTON);
    await page.mouse.click(x, y);
    const link = page.getByRole('link', { name: '1 rule broken' });
    await link.waitFor();
    expect(await places()).toEqual(before);
    await link.click();
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('#breaches')?.getBoundingClientRect() ?? {};
      return top !== undefined && bottom !== undefined && top >= 0 && bottom <= window.innerHeight;
    });
  });

  it('shows a broken rule with its sentence and its source', async () => {
    const { x, y } = await placeOn(LOST_BUTTON);
    await page.mouse.click(x, y);
    const card = page.locator('#breaches .breach');
    await card.waitFor();
    const text = await card.innerText();
    expect(text).toContain('page-not-in-manifest');
    expect(text).toContain('page/nowhere');
    expect(text).toContain('reference/app-json.mdx');
  });

  it('says which verb it could not perform, and carries on', async () => {
    await page.evaluate(() => window.__session?.perform({ verb: 'tap-text', text: 'no such text' }));
    await page.locator('#breaches', { hasText: 'That was not possible' }).waitFor();
    await page.evaluate(() => window.__session?.perform({ verb: 'tap-text', text: 'Add' }));
    await showing('count 1');
  });

  it('records what was done as a script', async () => {
    await page.evaluate(() => window.__session?.perform({ verb: 'tap-text', text: 'Add' }));
    await showing('count 1');
    expect(await page.locator('#script').inputValue()).toMatch(
      /^# recorded on Balance 2\nlaunch\n(?:settings-open\n)?(wait \d+ms\n)?tap-text Add\n$/,
    );
  });

  it('starts afresh when the page is killed and launched', async () => {
    const { x, y } = await placeOn(COUNT_BUTTON);
    await page.mouse.click(x, y);
    await showing('count 1');
    await page.click('#kill-page');
    await showing('watch face');
    await page.click('#launch');
    await showing('count 0');
  });

  it('draws a dark screen black and says so', async () => {
    await page.click('#screen-toggle');
    await showing('screen off');
  });
});

describe('time on the page', () => {
  it('stands still when paused, and moves on by the skipped time', async () => {
    await open(DESKTOP, '&speed=0');
    const before = await page.evaluate(() => window.__simulation?.uptimeMs);
    await page.click('#skip');
    await page.waitForFunction((from) => window.__simulation?.uptimeMs === (from ?? 0) + 10_000, before);
    expect(complaints).toEqual([]);
  });

  it('runs sixty times as fast when asked to', async () => {
    await open(DESKTOP, '&speed=0');
    await page.click('[data-speed="60"]');
    await page.locator('[data-speed="60"][aria-pressed="true"]').waitFor();
    // A minute of virtual time passes within the test's time limit, which it would not at real speed.
    await page.waitForFunction(() => (window.__simulation?.uptimeMs ?? 0) > 60_000, null, {
      timeout: 20_000,
    });
  });
});

describe('the phone on the page', () => {
  beforeEach(async () => {
    await open(DESKTOP);
    await page.click('#settings-open');
    await page.getByText('remind unset').waitFor();
  });

  it('keeps the focus when a change rebuilds the page', async () => {
    await page.getByRole('switch', { name: 'Remind me' }).press('Space');
    await page.getByText('remind true').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('switch');
  });

  it('keeps what is being typed while the page is rebuilt', async () => {
    await page.getByLabel('Name').pressSequentially('Ad');
    await page.evaluate(() => window.__session?.perform({ verb: 'settings-open' }));
    await page.getByLabel('Name').pressSequentially('a');
    await page.getByLabel('Name').press('Enter');
    await page.getByText('Hello Ada').waitFor();
  });

  it('gets its web requests answered from the rules', async () => {
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByText('The web says hello').waitFor();
  });

  it('can be taken out of reach and brought back', async () => {
    await page.click('#phone-away');
    await page.getByText('Out of reach').waitFor();
    await page.click('#phone-away');
    await page.locator('#phone-status', { hasText: 'In reach' }).waitFor();
  });
});

describe('the page on a phone', () => {
  beforeEach(() => open(PHONE));

  it('fits 390 px without scrolling sideways, with every control open', async () => {
    await page.evaluate(() => {
      for (const group of document.querySelectorAll('details')) group.open = true;
    });
    expect(await overflowPx()).toBeLessThanOrEqual(0);
  });

  it('accepts touches on the glass', async () => {
    const { x, y } = await placeOn(COUNT_BUTTON);
    await page.touchscreen.tap(x, y);
    await showing('count 1');
    expect(complaints).toEqual([]);
  });
});
