/** An own routine from its code to the phone's history: the packed app on watch and phone, in virtual time. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator';
import { ownId } from '../../utils/core/routine/own-routine.ts';
import { encodeRoutine } from '../../utils/core/routine/routine-code.ts';
import { hipDefinition, wallSit } from '../support/definitions.ts';
import { createPackedWatch, openPacked, type PackedWatch } from '../support/packed-watch.ts';
import { openPhonePage, type PhonePage } from '../support/phone-page.ts';
import {
  continued,
  openedAgain,
  openVersion010,
  pairOf,
  playSession,
  recordsIn,
} from '../support/version-0.1.0.ts';

let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
});

interface Worn {
  readonly watch: PackedWatch;
  readonly page: PhonePage;
  shows(text: string): boolean;
}

/** A watch whose wearer got these codes, and has chosen the first of them on the phone. */
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

it('an own routine is pasted on the phone, picked on the watch, guided to its end without a touch, and shown with its names', async () => {
  const { watch, page, shows } = await withRoutines(encodeRoutine(wallSit), encodeRoutine(hipDefinition));
  expect(page.texts()).not.toContain('Waiting for the watch');
  for (const name of ['Hip release', 'Café à deux']) {
    watch.perform({ verb: 'tap-text', text: name });
    await watch.wait(1_500);
  }
  expect(shows('My hip release')).toBe(true);
  watch.perform({ verb: 'tap-text', text: 'Start' });
  await watch.wait(1_000);
  expect(shows('Its author says')).toBe(true);
  expect(shows('My hip release\nStop when it tingles or goes numb.')).toBe(true);
  watch.perform({ verb: 'tap-text', text: 'I understand' });
  await watch.wait(1_000);
  expect(shows('Front of the hip')).toBe(true);
  await watch.wait(5_000);
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
  // After it is removed, its session stays.
  await page.press('Remove “My hip release”');
  await page.press('Remove it');
  await page.press('For a physio');
  await page.press('For a physio');
  expect(page.texts()).toContain('a routine that is no longer here');
  expect(page.texts()).toContain('Front of the hip, spot 1: 75 s');
});

describe('what its author says about safety', () => {
  const SAYS = 'My hip release\nStop when it tingles or goes numb.';

  async function tap({ watch }: Worn, ...texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      watch.perform({ verb: 'tap-text', text });
      await watch.wait(1_000);
    }
  }

  it('is shown only before the first session, and with the other safety pages whenever the wearer wants', async () => {
    const worn = await withRoutines(encodeRoutine(hipDefinition));
    const { watch, shows } = worn;
    await tap(worn, 'Hip release', 'Start');
    expect(shows(SAYS)).toBe(true);
    // If it is left unread, it comes again.
    watch.perform({ verb: 'kill', what: 'page' });
    await watch.wait(1_000);
    watch.perform({ verb: 'launch' });
    await watch.wait(2_000);
    await tap(worn, 'Start');
    expect(shows(SAYS)).toBe(true);
    await tap(worn, 'I understand');
    expect(watch.sim.watch.page).toBe('page/session/index.page');
    watch.perform({ verb: 'long-press', x: 240, y: 240 });
    await watch.wait(1_000);
    await tap(worn, 'End', 'End');
    await watch.wait(2_000);
    if (watch.sim.watch.page !== 'page/home/index.page') await tap(worn, 'Close');
    await tap(worn, 'More', 'Safety', 'Next', 'Next', 'Next', 'I understand');
    expect(shows(SAYS)).toBe(true);
    await tap(worn, 'I understand');
    expect(watch.sim.watch.page).toBe('page/menu/index.page');
    await tap(worn, 'Back', 'Start');
    expect(watch.sim.watch.page).toBe('page/session/index.page');
    expect(watch.sim.breaches).toEqual([]);
  });

  it('is also shown if Start takes in a routine that was chosen on the phone a moment before', async () => {
    const worn = await withRoutines(encodeRoutine(hipDefinition));
    const { watch, page, shows } = worn;
    await page.change('Routine', JSON.stringify(ownId(hipDefinition)));
    const isWaiting = (): boolean => [...watch.sim.files.keys()].some((name) => name.startsWith('config-in'));
    await watch.until('the choice to arrive', isWaiting, 20_000);
    watch.perform({ verb: 'tap-text', text: 'Start' });
    await watch.wait(2_000);
    expect(shows(SAYS)).toBe(true);
  });
});

it('an open session of an own routine goes on to its end while the routine is removed on the phone', async () => {
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
  expect(shows('靠墙静蹲') || shows('背靠墙，') || shows('慢慢下蹲到大腿与地面平行，')).toBe(true);
  await watch.until('the summary', () => watch.sim.watch.page === 'page/summary/index.page', 15 * 60_000);
  await watch.wait(5_000);
  expect(watch.onPhone()).toHaveLength(1);
  expect(watch.sim.breaches).toEqual([]);
});

it('a watch of version 0.1.0 keeps what the phone has added, goes on with the built-in routine, and has the own one after the update', async () => {
  const old = pairOf(openVersion010(), app);
  const watch = continued(old, 'first-run-finished', 3_600_000);
  const page = await openPhonePage(watch);
  await page.change('Paste the code of a routine', encodeRoutine(hipDefinition));
  await page.press('Add this routine');
  await page.change('Routine', JSON.stringify(ownId(hipDefinition)));
  await watch.launch();
  await watch.wait(5_000);
  await openedAgain(watch, 60_000);
  await watch.wait(5_000);
  expect(page.texts()).not.toContain('Waiting for the watch');
  await playSession(watch);
  expect(recordsIn(watch.onPhone()).sessions).toMatchObject([{ routine: 'hip-release', how: 'done' }]);
  const updated = createPackedWatch(app, 1, {
    files: watch.sim.files,
    phoneStorage: Object.fromEntries(watch.sim.phone.storage),
    startEpochMs: watch.sim.epochMs + 3_600_000,
    zoneOffsetMin: 60,
  });
  updated.perform({ verb: 'launch' });
  await updated.wait(8_000);
  expect(updated.texts().join('\n')).toContain('My hip release');
});

it('a phone of version 0.1.0 keeps the routines that it got from the watch, and accepts their sessions', async () => {
  const { watch } = await withRoutines(encodeRoutine(hipDefinition));
  watch.perform({ verb: 'tap-text', text: 'Hip release' });
  await watch.wait(2_000);
  const mixed = createPackedWatch(pairOf(app, openVersion010()), 1, {
    files: watch.sim.files,
    startEpochMs: watch.sim.epochMs + 3_600_000,
    zoneOffsetMin: 60,
  });
  await mixed.launch();
  await mixed.wait(3_000);
  expect(mixed.texts().join('\n')).toContain('My hip release');
  await playSession(mixed);
  await mixed.wait(20_000);
  expect(mixed.onPhone()).toHaveLength(1);
  expect([...mixed.sim.phone.storage.values()].join('\n')).toContain(encodeRoutine(hipDefinition));
  expect(recordsIn(mixed.onPhone()).sessions).toMatchObject([{ routine: ownId(hipDefinition), how: 'done' }]);
});
