/** A watch and a phone of which only one has been updated from version 0.1.0: sessions, ratings and preferences go both ways. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator';
import { createPackedWatch, openPacked, type PackedWatch } from '../support/packed-watch.ts';
import { openPhonePage } from '../support/phone-page.ts';
import {
  continued,
  openedAgain,
  openVersion010,
  pairOf,
  playSession,
  recordsIn,
  shown,
  tap,
  toTheEnd,
} from '../support/version-0.1.0.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const PAIRS = ['a watch of 0.1.0 and a phone of now', 'a watch of now and a phone of 0.1.0'] as const;

const apps = new Map<string, AppPackage>();

beforeAll(async () => {
  const now = await openPacked();
  const first = openVersion010();
  apps.set('a watch of 0.1.0 and a phone of now', pairOf(first, now));
  apps.set('a watch of now and a phone of 0.1.0', pairOf(now, first));
});

function appOf(pair: string): AppPackage {
  const app = apps.get(pair);
  if (app === undefined) throw new Error(`no pair “${pair}”`);
  return app;
}

/** What home says about a single side, in the words of each version. */
function homeSays(pair: string, side: 'left' | 'right'): string {
  const name = side === 'left' ? 'Left' : 'Right';
  return isWatchOfNow(pair) ? `${name} hip` : `${name} side, 2 holds`;
}

const isWatchOfNow = (pair: string): boolean => pair.startsWith('a watch of now');

/** What the phone page of each version calls the extra hold. */
const extraHold = (pair: string): string =>
  pair.endsWith('a phone of now') ? 'Extra hold after the minimum' : 'Stay after the minimum';

/** Makes the cues strong on the watch, and applies the change. */
async function makeCuesStrong(watch: PackedWatch, pair: string): Promise<void> {
  await tap(watch, 'More');
  await tap(watch, 'Options');
  await tap(watch, isWatchOfNow(pair) ? 'Normal' : 'Cues: normal');
  await tap(watch, 'Done');
  // The options of 0.1.0 led home.
  if (isWatchOfNow(pair)) await tap(watch, 'Back');
  await shown(watch, 'Start');
}

/** The options as each version words them: a label and its value in one line, or in two. */
function optionRows(watch: PackedWatch): readonly string[] {
  const texts = watch.texts();
  return [...texts, ...texts.slice(1).map((text, at) => `${texts[at]}: ${text}`)];
}

const commandsOf = (watch: PackedWatch): readonly string[] =>
  [...watch.sim.phone.storage.keys()].filter((key) => key.startsWith('cmd:'));

describe.each(PAIRS)('%s', (pair) => {
  it('bring the first session of a wearer to the phone, once', async () => {
    const watch = continued(appOf(pair), 'first-run-finished', HOUR_MS);
    await watch.launch();
    await playSession(watch);
    expect(watch.onPhone()).toEqual(watch.onWatch());
    expect(recordsIn(watch.onPhone()).sessions).toMatchObject([{ how: 'done', beats: 10 }]);
    expect(watch.sim.breaches).toEqual([]);
  });

  it('bring a log that was waiting to the phone, with every rating and a new one', async () => {
    const watch = continued(appOf(pair), 'three-sessions', MINUTE_MS);
    await watch.launch();
    await shown(watch, 'Worse');
    await tap(watch, 'Worse');
    await shown(watch, 'Start');
    await watch.until('the log on the phone', () => watch.onPhone().length >= 12);
    await openedAgain(watch, MINUTE_MS);
    await watch.wait(10 * SECOND_MS);
    expect(watch.onPhone()).toEqual(watch.onWatch());
    const { sessions, ratings } = recordsIn(watch.onPhone());
    expect([sessions.length, ratings.length]).toEqual([3, 9]);
  });

  it('send nothing again that the phone has, and add the next session', async () => {
    const watch = continued(appOf(pair), 'phone-and-watch-synced', HOUR_MS);
    const before = watch.onPhone();
    await watch.launch();
    await watch.wait(5 * SECOND_MS);
    expect(watch.onPhone()).toEqual(before);
    await playSession(watch);
    expect(watch.onPhone()).toEqual(watch.onWatch());
    expect(watch.onPhone().slice(0, -1)).toEqual(before);
  });

  it('bring over a session that was killed in its hold', async () => {
    const watch = continued(appOf(pair), 'killed-in-hold', 3 * SECOND_MS);
    await watch.launch();
    await toTheEnd(watch);
    const [session] = recordsIn(watch.onPhone()).sessions;
    expect(session?.holds.map(({ seconds }) => seconds)).toEqual([75, 75, 75, 75]);
    expect(watch.onPhone()).toHaveLength(1);
  });

  it('bring a change on the phone to the watch, which uses it in the next session', async () => {
    const watch = continued(appOf(pair), 'first-run-finished', HOUR_MS);
    const page = await openPhonePage(watch);
    await page.change('Sides', '["left"]');
    await page.change('Kit', '"hook"');
    await watch.launch();
    await watch.wait(5 * SECOND_MS);
    await openedAgain(watch, MINUTE_MS);
    await watch.wait(5 * SECOND_MS);
    expect(watch.texts()).toContain(homeSays(pair, 'left'));
    expect(page.texts()).not.toContain('Waiting for the watch');
    await playSession(watch);
    expect(recordsIn(watch.onPhone()).sessions).toMatchObject([{ sides: ['left'], tool: 'hook' }]);
  });

  it('bring a change on the watch to the phone', async () => {
    const watch = continued(appOf(pair), 'first-run-finished', HOUR_MS);
    await watch.launch();
    await shown(watch, 'Start');
    await makeCuesStrong(watch, pair);
    await watch.wait(5 * SECOND_MS);
    const page = await openPhonePage(watch);
    expect(page.value('Strength of the cues')).toBe('"strong"');
    expect(page.value('Sides')).toBe('["right","left"]');
  });

  it('end with the same preferences if both sides have changed some', async () => {
    const watch = continued(appOf(pair), 'preferences-on-both-sides', HOUR_MS);
    await watch.launch();
    await shown(watch, homeSays(pair, 'right'));
    await watch.wait(5 * SECOND_MS);
    const page = await openPhonePage(watch);
    expect(['Sides', 'Kit', extraHold(pair), 'Strength of the cues'].map(page.value)).toEqual([
      '["right"]',
      '"hook"',
      '30',
      '"strong"',
    ]);
    expect(page.texts()).not.toContain('Waiting for the watch');
    await tap(watch, 'More');
    await tap(watch, 'Options');
    const rows = isWatchOfNow(pair)
      ? ['Sides: Right only', 'Kit: Hook and ball', 'Extra hold: 30 s', 'Strength: Strong']
      : ['Sides: R only', 'Kit: Hook and ball', 'Stay on: 30 s', 'Cues: strong'];
    expect(optionRows(watch)).toEqual(expect.arrayContaining(rows));
  });

  it('carry out what the phone had posted', async () => {
    const watch = continued(appOf(pair), 'phone-and-watch-synced', HOUR_MS);
    await watch.launch();
    await watch.wait(5 * SECOND_MS);
    await openedAgain(watch, MINUTE_MS);
    await shown(watch, 'Start');
    expect(commandsOf(watch)).toEqual([]);
  });

  it('keep what is deleted on the phone deleted', async () => {
    const watch = continued(appOf(pair), 'phone-and-watch-synced', HOUR_MS);
    const page = await openPhonePage(watch);
    await page.press('Delete everything');
    await page.press('Yes, delete');
    await page.press('Delete for good');
    await watch.launch();
    await watch.wait(5 * SECOND_MS);
    await openedAgain(watch, MINUTE_MS);
    await watch.wait(5 * SECOND_MS);
    expect(watch.onPhone()).toEqual([]);
    expect(page.texts()).not.toContain('Waiting for the watch');
    await playSession(watch);
    expect(watch.onPhone()).toEqual(watch.onWatch().slice(-1));
  });

  it('bring a failure on the watch to the phone’s error reports', async () => {
    const watch = continued(appOf(pair), 'refused-by-log', MINUTE_MS);
    await watch.launch();
    await toTheEnd(watch);
    const page = await openPhonePage(watch);
    // The page of 0.1.0 had its error reports beside the exports.
    if (!isWatchOfNow(pair)) await page.press('Advanced');
    await page.press('Error reports');
    expect(page.texts()).toContain('watch log: the session could not be stored');
  });
});

describe('a fresh watch beside a phone that knows a session in the active stage', () => {
  it.each([
    ['takes the stage from a phone of 0.1.0', 'a watch of now and a phone of 0.1.0', 'Stage: Active'],
    ['of 0.1.0 lets the stage be', 'a watch of 0.1.0 and a phone of now', 'Phase: sore'],
  ])('%s', async (_what, pair, row) => {
    const phoneStorage = { 'store.version': '1', 'store.epoch': '77', 'store.last': '1767600000 1' };
    const watch = createPackedWatch(appOf(pair), 1, { phoneStorage });
    await watch.launch();
    await watch.wait(5 * SECOND_MS);
    await openedAgain(watch, MINUTE_MS);
    await tap(watch, 'More');
    await tap(watch, 'Options');
    expect(optionRows(watch)).toContain(row);
    expect(watch.sim.breaches).toEqual([]);
  });
});

describe('a watch that is updated after it has synced', () => {
  it('goes on with its log beside the phone’s', async () => {
    const before = continued(appOf('a watch of 0.1.0 and a phone of now'), 'first-run-finished', HOUR_MS);
    await before.launch();
    await playSession(before);
    const after = createPackedWatch(await openPacked(), 2, {
      files: before.sim.files,
      phoneStorage: Object.fromEntries(before.sim.phone.storage),
      startEpochMs: before.sim.epochMs + 48 * HOUR_MS,
    });
    await after.launch();
    await shown(after, 'How was the next morning?');
    await tap(after, 'Skip');
    await shown(after, 'Start');
    await playSession(after);
    expect(after.onPhone()).toEqual(after.onWatch());
    expect(recordsIn(after.onPhone()).sessions).toHaveLength(2);
  });
});
