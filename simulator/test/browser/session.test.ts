/** How a session on the page begins, and that its recorded script has the same result in Node. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { advance, drainNode } from '../../src/engine/advance-time.ts';
import { findDevice } from '../../src/engine/devices.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import type { SimEvent } from '../../src/engine/types.ts';
import { runScript } from '../../src/headless/script.ts';
import { SAMPLE_DEVICE } from '../support/sample-app.ts';
import { type SamplePages, serveSample } from '../support/sample-page.ts';

let pages: SamplePages;
let page: Page;

beforeAll(async () => {
  pages = await serveSample();
});

afterAll(() => pages.close());

beforeEach(async () => {
  page = await pages.open({ timezoneId: 'Asia/Kathmandu' });
});

afterEach(() => page.context().close());

const notice = () => page.locator('#waiting').innerText();

describe('time before the first touch', () => {
  it('waits, and the page says so', async () => {
    await page.locator('#waiting', { hasText: 'Time waits for your first touch' }).waitFor();
    expect(await page.evaluate(() => window.__simulation?.uptimeMs)).toBe(1_000);
  });

  it('starts with the first touch, and the page stops saying that it waits', async () => {
    await page.locator('#watch').click();
    await page.waitForFunction(() => (window.__simulation?.uptimeMs ?? 0) > 1_000);
    expect(await notice()).toBe('');
  });

  it('starts when a speed is chosen, and the page stops saying that it waits', async () => {
    await page.click('[data-speed="1"]');
    await page.waitForFunction(() => document.querySelector('#waiting')?.textContent === '');
  });
});

describe('the clock in the header', () => {
  it('shows the watch’s time in the watch’s zone, wherever the computer is', async () => {
    await page.evaluate(async () => {
      window.__session?.clock.setSpeed(0);
      await window.__session?.perform({ verb: 'time-zone', offsetMin: -120 });
      await window.__session?.perform({ verb: 'time-set', epochMs: Date.UTC(2026, 0, 5, 8, 30, 15) });
      window.__session?.clock.setSpeed(0);
    });
    await page.waitForFunction(() =>
      document.querySelector('#uptime')?.textContent?.startsWith('Watch 06:30:15'),
    );
  });
});

interface Recording {
  readonly script: string;
  readonly events: readonly SimEvent[];
  readonly uptimeMs: number;
  readonly startEpochMs: number;
  readonly zoneOffsetMin: number;
}

/** The result of the session on the page so far, and the script that the page offers for it. */
async function recording(): Promise<Recording> {
  await page.click('[data-speed="0"]');
  const json = await page.evaluate(async () => {
    await window.__session?.clock.run(() => undefined);
    // The panel writes with the next frame.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const script = document.querySelector<HTMLTextAreaElement>('#script')?.value;
    const { events, uptimeMs, epochMs, zoneOffsetMin } = window.__simulation ?? {};
    const startEpochMs = (epochMs ?? 0) - (uptimeMs ?? 0);
    return JSON.stringify({ script, events, uptimeMs, startEpochMs, zoneOffsetMin });
  });
  return JSON.parse(json) as Recording;
}

describe('a session that a person drives', () => {
  beforeEach(async () => {
    await page.locator('#watch').click({ position: { x: 200, y: 200 } });
    await page.getByLabel('Name').fill('Ada 5');
    await page.getByLabel('Name').press('Tab');
    await page.getByText('Hello Ada 5').waitFor();
    await page.getByRole('switch', { name: 'Remind me' }).click();
    await page.getByText('remind true').waitFor();
    await page.evaluate(() => window.__session?.perform({ verb: 'tap-text', text: 'Add' }));
    await page.locator('#stage').focus();
    await page.keyboard.press('ArrowUp');
    await page.click('#launch');
  });

  it('is recorded with the labels of the settings page', async () => {
    const { script } = await recording();
    expect(script).toContain('\nsetting TextInput Name onChange "Ada 5"\n');
    expect(script).toContain('\nsetting Toggle "Remind me" onChange true\n');
    expect(script).not.toContain('settings-call');
  });

  it('has the same log as its recorded script in Node', async () => {
    const { script, events, uptimeMs, startEpochMs, zoneOffsetMin } = await recording();
    const device = findDevice(SAMPLE_DEVICE);
    const sim = createSimulation({ app: pages.sample.app, device, startEpochMs, zoneOffsetMin });
    await runScript(script, sim);
    await advance(sim, uptimeMs - sim.uptimeMs, drainNode);
    expect(JSON.parse(JSON.stringify(sim.events))).toEqual(events);
  });
});
