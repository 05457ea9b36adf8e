/** The open home page takes in a preference that is changed on the phone, and Start uses it. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator';
import { createPackedWatch, openPacked, type PackedWatch, type Past } from '../support/packed-watch.ts';
import { openPhonePage, type PhonePage } from '../support/phone-page.ts';

const STRETCH = 'Calf and hip stretch';

let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
});

/** A watch whose app has been used once, and the phone's page. */
async function used(past: Past = {}): Promise<{ readonly watch: PackedWatch; readonly page: PhonePage }> {
  const watch = createPackedWatch(app, 1, past);
  await watch.launch();
  await watch.wait(1_000);
  return { watch, page: await openPhonePage(watch) };
}

function shows(watch: PackedWatch, text: string): boolean {
  return watch.texts().some((one) => one.includes(text));
}

function close(watch: PackedWatch): void {
  watch.perform({ verb: 'key', key: 'home', action: 'click' });
}

describe('a preference that was changed on the phone', () => {
  it('while the app was closed is on the glass within a second of the next launch', async () => {
    const { watch, page } = await used();
    close(watch);
    await watch.wait(2_000);
    await page.change('Routine', '"calf-and-hip-stretch"');
    await watch.launch();
    await watch.wait(1_500);
    expect(shows(watch, STRETCH)).toBe(true);
  });

  it('while home is open is on the glass some seconds later', async () => {
    const { watch, page } = await used();
    await page.change('Routine', '"calf-and-hip-stretch"');
    await watch.wait(6_000);
    expect(shows(watch, STRETCH)).toBe(true);
  });

  it('is used by Start', async () => {
    const { watch, page } = await used();
    close(watch);
    await watch.wait(2_000);
    await page.change('Sides', '["right"]');
    await page.change('Routine', '"calf-and-hip-stretch"');
    await watch.launch();
    await watch.wait(1_500);
    watch.perform({ verb: 'tap-text', text: 'Start' });
    await watch.wait(3_000);
    expect(watch.sim.watch.page).toBe('page/session/index.page');
    await watch.playSession().catch(() => {});
    await watch.wait(3_000);
    await page.press(' min · ');
    expect(page.texts()).toContain('Calf stretch');
  });

  it.each(['destroyed', 'kept'])(
    'does not close a menu that is open above home, which is %s',
    async (reading) => {
      const { watch, page } = await used({ assume: { 'pushed-over-page': reading } });
      watch.perform({ verb: 'tap-text', text: 'More' });
      await watch.wait(1_000);
      const { page: open } = watch.sim.watch;
      await page.change('Sides', '["right"]');
      await watch.wait(10_000);
      expect(watch.sim.watch.page).toBe(open);
    },
  );
});
