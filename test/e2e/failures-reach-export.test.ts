/** What fails on the watch or on the phone is in the phone page's error reports, once, as a sentence: the packed app, with real zml. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator';
import { createPackedWatch, openPacked, type PackedWatch } from '../support/packed-watch.ts';
import { openPhonePage } from '../support/phone-page.ts';

/** Longer than the watch needs to greet the phone and hear its answer, and shorter than its screen stays on. */
const GREETING_MS = 4_000;

let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
}, 300_000);

/** A watch at home and a phone beside it, whose storage may hold something already. */
async function atHome(phoneStorage: Readonly<Record<string, string>> = {}): Promise<PackedWatch> {
  const watch = createPackedWatch(app, 1, { phoneStorage });
  await watch.launch();
  await watch.wait(GREETING_MS);
  return watch;
}

/** Closes and opens the app, so that it greets the phone anew. */
async function openAgain(watch: PackedWatch): Promise<void> {
  watch.perform({ verb: 'kill', what: 'page' });
  await watch.wait(2_000);
  await watch.launch();
  await watch.wait(GREETING_MS);
}

/** The lines of the page's error reports, without their times. */
async function reports(watch: PackedWatch): Promise<readonly string[]> {
  const page = await openPhonePage(watch);
  await page.press('Advanced');
  await page.press('Error reports');
  const lines = page.texts().match(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\dZ .*$/gm) ?? [];
  return lines.map((line) => line.slice(line.indexOf('Z ') + 2));
}

it('nothing is reported if nothing has failed', async () => {
  const watch = await atHome();
  await watch.playSession();
  await watch.until('the session on the phone', () => watch.onPhone().length === 1);
  expect(await reports(watch)).toEqual([]);
});

describe('a failure on the watch', () => {
  it('of the alarm is reported once, with what protected the session, however often the watch greets', async () => {
    const watch = await atHome();
    watch.perform({ verb: 'alarms', state: 'refused' });
    await watch.playSession();
    await watch.until('the session on the phone', () => watch.onPhone().length === 1);
    await openAgain(watch);
    await openAgain(watch);
    expect(await reports(watch)).toEqual(['watch alarm: refused (screen)']);
  });

  it('of its storage is reported, although the watch could not store it', async () => {
    const watch = await atHome();
    watch.perform({ verb: 'tap-text', text: 'Start' });
    await watch.wait(45_000);
    watch.perform({ verb: 'storage', state: 'failing' });
    await watch.wait(120_000);
    watch.perform({ verb: 'storage', state: 'fine' });
    await watch.until('the summary', () => watch.sim.watch.page === 'page/summary/index.page', 15 * 60_000);
    await watch.until('the session on the phone', () => watch.onPhone().length === 1);
    const told = (await reports(watch)).filter((line) => line.startsWith('watch open: could not be stored'));
    expect(told).toHaveLength(1);
  });

  it('while the phone is out of reach waits on the watch until it is back', async () => {
    const watch = await atHome();
    watch.perform({ verb: 'phone', present: false });
    watch.perform({ verb: 'alarms', state: 'refused' });
    await watch.playSession();
    watch.perform({ verb: 'kill', what: 'page' });
    await watch.wait(60_000);
    watch.perform({ verb: 'phone', present: true });
    await openAgain(watch);
    expect(await reports(watch)).toEqual(['watch alarm: refused (screen)']);
  });
});

describe('a failure on the phone', () => {
  it('is reported once beside those of the watch', async () => {
    const watch = await atHome({ 'cmd:import': 'no command' });
    watch.perform({ verb: 'alarms', state: 'refused' });
    await watch.playSession();
    await watch.until('the session on the phone', () => watch.onPhone().length === 1);
    await openAgain(watch);
    expect([...(await reports(watch))].sort()).toEqual([
      'phone service: cmd:import: the command is not readable (none)',
      'watch alarm: refused (screen)',
    ]);
  });

  it('contains nothing of what was posted', async () => {
    const watch = await atHome({ 'cmd:outlet.webhook': '{"kind":"outlet","secret":"t0ken-of-the-wearer"' });
    const lines = await reports(watch);
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain('t0ken');
  });
});
