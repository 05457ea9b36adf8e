/** A routine of the wearer's own from its code to the phone's history: the packed app on watch and phone, in virtual time. */
import { beforeAll, expect, it } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator';
import { encodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { hipDefinition, wallSit } from '../support/definitions.ts';
import { createPackedWatch, openPacked, type PackedWatch } from '../support/packed-watch.ts';
import { openPhonePage, type PhonePage } from '../support/phone-page.ts';

let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
});

interface Worn {
  readonly watch: PackedWatch;
  readonly page: PhonePage;
  shows(text: string): boolean;
}

/** A watch whose wearer has been sent these codes, and has chosen the first of them on the phone. */
async function withRoutines(...codes: readonly string[]): Promise<Worn> {
  const watch = createPackedWatch(app);
  await watch.launch();
  await watch.wait(1_000);
  const page = await openPhonePage(watch);
  for (const code of codes) {
    await page.change('Paste the code of a routine', `Your exercises:\n> ${code}\n> Take care`);
    await page.press('Add this routine');
  }
  await watch.wait(8_000);
  return { watch, page, shows: (text) => watch.texts().some((one) => one.includes(text)) };
}

it('is pasted on the phone, picked on the watch, led through to its end without a touch, and told by its names', async () => {
  const { watch, page, shows } = await withRoutines(encodeRoutine(wallSit), encodeRoutine(hipDefinition));
  expect(page.texts()).not.toContain('Waiting for the watch');
  for (const name of ['Hip release', 'Café à deux']) {
    watch.perform({ verb: 'tap-text', text: name });
    await watch.wait(1_500);
  }
  expect(shows('My hip release')).toBe(true);
  watch.perform({ verb: 'tap-text', text: 'Start' });
  await watch.wait(2_000);
  expect(shows('Front of the hip')).toBe(true);
  await watch.wait(10_000);
  expect(shows('Lie on the ball, two')).toBe(true);
  await watch.until('the summary', () => watch.sim.watch.page === 'page/summary/index.page', 15 * 60_000);
  await watch.wait(5_000);
  expect(watch.sim.breaches).toEqual([]);
  expect(watch.onPhone()).toHaveLength(1);
  const [session = ''] = page.buttons().filter((label) => label.includes(' min'));
  await page.press(session);
  expect(page.texts()).toContain('My hip release');
  expect(page.texts()).toContain('Front of the hip, spot 1: 75 s');
  await page.press('CSV');
  expect(String(page.value('Part 1'))).toContain('My hip release');
  await page.press('For a physio');
  expect(String(page.value('For a physio'))).toContain('Iliacus: My hip release');
  // Removed, its session stays.
  await page.press('Remove “My hip release”');
  await page.press('Remove it');
  await page.press('For a physio');
  await page.press('For a physio');
  expect(page.texts()).toContain('a routine that is no longer here');
  expect(page.texts()).toContain('Front of the hip, spot 1: 75 s');
});

it('an open session of it goes on to its end while it is removed on the phone', async () => {
  const { watch, page, shows } = await withRoutines(encodeRoutine(wallSit));
  watch.perform({ verb: 'tap-text', text: 'Hip release' });
  await watch.wait(1_500);
  watch.perform({ verb: 'tap-text', text: 'Start' });
  await watch.wait(40_000);
  await page.press('Remove “Café à deux”');
  await page.press('Remove it');
  watch.perform({ verb: 'kill', what: 'page' });
  await watch.wait(1_000);
  watch.perform({ verb: 'launch' });
  await watch.wait(40_000);
  expect(watch.sim.watch.page).toBe('page/session/index.page');
  expect(shows('靠墙静蹲') || shows('背靠墙，慢慢下蹲到大腿与地')).toBe(true);
  await watch.until('the summary', () => watch.sim.watch.page === 'page/summary/index.page', 15 * 60_000);
  await watch.wait(5_000);
  expect(watch.onPhone()).toHaveLength(1);
  expect(watch.sim.breaches).toEqual([]);
});
