/** The packed app on a watch whose storage is full or fails from a moment on: no cue and no session is lost silently. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { scanFrames } from '../../utils/core/log/frame.ts';
import { watchEn } from '../../utils/core/text/watch-en.ts';
import {
  HOME,
  launchedWatch,
  SESSION,
  SUMMARY,
  startedWatch,
  taps,
  untilSummary,
} from '../support/worn-watch.ts';

const records = (watch: Watch): number =>
  scanFrames(watch.sim.files.get('log0') ?? new Uint8Array(0)).frames.length;
const says = (watch: Watch, sentence: string): boolean =>
  watch.texts().some((text) => text.includes(sentence));

/** A session to its end, with storage that fails from `failsAfterS` seconds after Start on, or before Start if negative. */
async function played(state: 'full' | 'failing', failsAfterS: number): Promise<Watch> {
  const watch = await launchedWatch({ on: 'Falcon' });
  if (failsAfterS < 0) await watch.perform({ verb: 'storage', state });
  await watch.tapText('Start');
  await watch.advance(Math.max(0, failsAfterS) * 1000);
  await watch.perform({ verb: 'storage', state });
  await untilSummary(watch);
  return watch;
}

const vibrations = (watch: Watch): number => watch.sim.events.filter(({ type }) => type === 'vibrate').length;

/** Before Start, at Start, in the first position, around each cue of its hold, in later ones, in the march. */
const MOMENTS_S = [-1, 0, 5, 29, 31, 45, 61, 92, 100, 130, 200, 300, 400, 480, 520];

describe.each(['full', 'failing'] as const)('storage that is %s', (state) => {
  it.each(MOMENTS_S)(
    '%i s after Start leaves the session guided to its end, reported, and logged as soon as the storage works',
    async (atS) => {
      const watch = await played(state, atS);
      expect(vibrations(watch)).toBe(wholeVibrations);
      expect([says(watch, watchEn['summary.notStored']), records(watch)]).toEqual([true, 0]);
      await watch.tapText(watchEn['summary.retry']);
      expect(says(watch, watchEn['summary.stillNotStored'])).toBe(true);
      await watch.perform({ verb: 'storage', state: 'fine' });
      await watch.advance('11s');
      expect([says(watch, watchEn['rate.contact.left']), records(watch)]).toEqual([true, 1]);
      await watch.kill('page');
      await watch.launch();
      await watch.advance(1_000);
      expect([watch.sim.watch.page, records(watch)]).toEqual([HOME, 1]);
    },
  );

  let wholeVibrations = 0;
  beforeAll(async () => {
    const watch = await startedWatch({ on: 'Falcon' });
    await watch.advance('15m');
    wholeVibrations = vibrations(watch);
    expect(records(watch)).toBe(1);
  });
});

it('a session that the wearer closed unlogged is logged when home opens next', async () => {
  const watch = await played('failing', 45);
  await taps(watch, watchEn['summary.close']);
  expect([watch.sim.watch.page, records(watch)]).toEqual([HOME, 0]);
  await watch.perform({ verb: 'storage', state: 'fine' });
  await taps(watch, 'More', 'Back');
  await watch.advance(1_000);
  expect([watch.sim.watch.page, records(watch)]).toEqual([SUMMARY, 1]);
});

it('a session that the wearer left unlogged is stored as the app ends, and logged at the next launch', async () => {
  const watch = await played('failing', 45);
  await watch.perform({ verb: 'storage', state: 'fine' });
  await watch.key('home');
  await watch.advance('30s');
  await watch.launch();
  await watch.advance(2_000);
  expect(records(watch)).toBe(1);
});

it('a session that a full disk refused is not resumed after the app has ended', async () => {
  const watch = await played('full', 45);
  await watch.kill('page');
  await watch.perform({ verb: 'storage', state: 'fine' });
  await watch.launch();
  await watch.advance(2_000);
  expect(watch.sim.watch.page).not.toBe(SESSION);
});
