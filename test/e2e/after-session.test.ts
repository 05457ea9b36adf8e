/** What comes after a session, in the packed app: the questions, the summary, the offer of a reminder, the next morning. */
import { describe, expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { untilMorningMs } from '../../tools/pictures/walk-scenes.ts';
import { usedWatch } from '../../tools/simulate/seeded-watch.ts';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import { scanFrames } from '../../utils/core/log/frame.ts';
import type { RatingRecord } from '../../utils/core/log/record.ts';
import { loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { optionValue } from '../support/option-rows.ts';
import {
  HOME,
  launchedWatch,
  openNewestSession,
  tapNewestSession,
  taps,
  untilEnded,
  untilSummary,
} from '../support/worn-watch.ts';

const HOUR_MS = 3_600_000;
const PAIN = 'Pain after the session?';
const OFFER = 'Remind me when the next session is due?';
const soreOn = (side: string): string => `${side}: how sore when you first lay on it?`;

/** The content of the ratings in the watch's log, in order. */
function ratings(watch: Watch): readonly Omit<RatingRecord, 'kind' | 'atMs'>[] {
  return [...watch.sim.files]
    .filter(([name]) => /^log[0-9]+$/.test(name))
    .flatMap(([, bytes]) => scanFrames(bytes).frames.map(decodeRecord))
    .flatMap((record) => {
      if (!record.ok || record.value.kind !== 'rating') return [];
      const { kind, atMs, ...answers } = record.value;
      return [answers];
    });
}

async function plays(watch: Watch): Promise<Watch> {
  await watch.tapText('Start');
  await untilEnded(watch);
  return watch;
}

const played = async (files = usedWatch()): Promise<Watch> => plays(await launchedWatch({ files }));

/** Sets the blank number to `value`, and saves it. */
async function rate(watch: Watch, value: number): Promise<void> {
  for (let tap = 0; tap <= value; tap++) await watch.tapText('+');
  await taps(watch, 'Save');
}

async function morning(watch: Watch): Promise<void> {
  await watch.kill('page');
  await watch.perform({ verb: 'time-jump', byMs: untilMorningMs(watch), announced: true });
  await watch.launch();
  await watch.advance(1_000);
}

/** Two taps before the watch has reacted to the first. */
async function tapsTwice(watch: Watch, text: string): Promise<void> {
  await watch.tapText(text);
  await watch.tapText(text);
  await watch.advance(1_000);
}

/** Ends the running session through its menu. */
async function ends(watch: Watch): Promise<void> {
  const { width, height } = watch.sim.device;
  await watch.perform({ verb: 'long-press', x: width / 2, y: height / 2 });
  await watch.advance(1_000);
  await taps(watch, 'End', 'End session');
  await watch.advance(1_000);
}

describe('the questions after a session', () => {
  it('come one by one: how sore each side was at first, then pain, then the summary', async () => {
    const watch = await played();
    expect(watch.texts()).toEqual(expect.arrayContaining([soreOn('LEFT'), '?']));
    await rate(watch, 6);
    expect(watch.texts()).toContain(soreOn('RIGHT'));
    await rate(watch, 0);
    expect(watch.texts()).toContain(PAIN);
    await rate(watch, 2);
    expect(watch.texts()).toEqual(
      expect.arrayContaining(['Done', 'First contact, left: 6', 'First contact, right: 0', 'Pain after: 2']),
    );
    expect(ratings(watch)).toEqual([
      { of: 1, contact: 6, contactLeft: 6 },
      { of: 1, contact: 6, contactRight: 0 },
      { of: 1, painAfter: 2 },
    ]);
    expect(watch.sim.breaches).toEqual([]);
  });

  it('name only the side that was pressed, once', async () => {
    const watch = await played(usedWatch({ sides: ['right'] }));
    expect(watch.texts()).toContain(soreOn('RIGHT'));
    await rate(watch, 3);
    expect(watch.texts()).toContain(PAIN);
    expect(ratings(watch)).toEqual([{ of: 1, contact: 3, contactRight: 3 }]);
  });

  it('do not name a side that was not reached', async () => {
    const watch = await launchedWatch({ files: usedWatch() });
    await watch.tapText('Start');
    await watch.advance(45_000);
    await ends(watch);
    await rate(watch, 3);
    expect(watch.texts()).toContain(PAIN);
  });

  it('can each be left by one touch, and a blank number is no answer', async () => {
    const watch = await played();
    await taps(watch, 'Skip', 'Save', 'Skip');
    expect(watch.texts()).toEqual(
      expect.arrayContaining(['Done', 'First contact, left: ?', 'Pain after: ?']),
    );
    expect(ratings(watch)).toEqual([]);
  });

  it('come after the record is written, so that a watch that dies at the first one has the session', async () => {
    const watch = await played();
    await watch.kill('page');
    await watch.launch();
    await watch.advance(1_000);
    expect(watch.sim.watch.page).toBe(HOME);
    await openNewestSession(watch);
    expect(watch.texts()).toContain('First contact, left: ?');
  });

  it('can be answered from the history until the day ends at four, and not after that', async () => {
    const watch = await played();
    await untilSummary(watch);
    await watch.kill('page');
    // Now it is one hour before four.
    await watch.perform({ verb: 'time-jump', byMs: untilMorningMs(watch) - 5 * HOUR_MS, announced: true });
    await watch.launch();
    await watch.advance(1_000);
    await openNewestSession(watch);
    await taps(watch, 'First contact, right: ?');
    await rate(watch, 4);
    await taps(watch, 'First contact, left: ?');
    await rate(watch, 1);
    expect(ratings(watch)).toEqual([
      { of: 1, contact: 4, contactRight: 4 },
      { of: 1, contact: 4, contactLeft: 1 },
    ]);
    await watch.perform({ verb: 'time-jump', byMs: HOUR_MS, announced: true });
    await taps(watch, 'Close');
    await tapNewestSession(watch);
    expect(watch.texts().join()).not.toContain('First contact');
  });
});

describe('a button that writes, tapped twice,', () => {
  it('logs one rating', async () => {
    const watch = await played();
    await watch.tapText('+');
    await tapsTwice(watch, 'Save');
    expect(ratings(watch)).toEqual([{ of: 1, contact: 0, contactLeft: 0 }]);
  });

  it('logs one answer about the morning', async () => {
    const watch = await played();
    await morning(watch);
    await tapsTwice(watch, 'Same');
    expect(ratings(watch)).toEqual([{ of: 1, morning: 'same' }]);
  });

  it('does not skip the next question', async () => {
    const watch = await played();
    await tapsTwice(watch, 'Skip');
    expect(watch.texts()).toContain(soreOn('RIGHT'));
  });
});

describe('a session in which nothing was guided', () => {
  it('is not rated, does not say that it is saved, and leaves the answer about pain and the day of rest as they are', async () => {
    const watch = await played();
    await morning(watch);
    await taps(watch, 'Skip');
    const day = watch.texts();
    await taps(watch, 'More', 'Pain now: ?');
    await rate(watch, 5);
    await taps(watch, 'Back', 'Start');
    await ends(watch);
    expect(watch.texts()).toEqual([
      'Stopped early',
      'Nothing was timed, so nothing is saved. Start again any time.',
      'Close',
    ]);
    await taps(watch, 'Close');
    expect(watch.texts()).toEqual(day);
    await taps(watch, 'More');
    expect(watch.texts()).toContain('Pain now: 5');
    expect(ratings(watch)).toEqual([]);
  });
});

describe('the reminder', () => {
  /** A watch whose wearer has not been offered it. */
  function unaskedWatch(): Map<string, Uint8Array> {
    const files = new Map(usedWatch());
    const store = createTextStore(createMemoryFiles(files), () => {});
    savePreferences(store, { ...loadPreferences(store, () => {}), reminderOffered: false });
    return files;
  }

  it('is offered once, after the first finished session, and set if it is wanted', async () => {
    const watch = await played(unaskedWatch());
    await untilSummary(watch);
    await taps(watch, 'Close');
    expect(watch.texts()).toContain(OFFER);
    await taps(watch, 'Yes', 'More', 'Options');
    expect(optionValue(watch.texts(), 'Reminder')).toBe('18:00');
  });

  it('is not offered again if it is not wanted', async () => {
    const watch = await played(unaskedWatch());
    await untilSummary(watch);
    await taps(watch, 'Close', 'Not now');
    expect(watch.sim.watch.page).toBe(HOME);
    await plays(watch);
    await untilSummary(watch);
    await taps(watch, 'Close');
    expect(watch.sim.watch.page).toBe(HOME);
  });

  it.each([
    ['in its first hold', 45_000],
    ['after it', 100_000],
  ])('is not offered after a session that was stopped %s', async (_when, afterMs) => {
    const watch = await launchedWatch({ files: unaskedWatch() });
    await watch.tapText('Start');
    await watch.advance(afterMs);
    await ends(watch);
    await untilSummary(watch);
    await taps(watch, 'Close');
    expect(watch.sim.watch.page).toBe(HOME);
  });
});

describe('the morning after', () => {
  it('is asked about at any launch until it is answered, even days later', async () => {
    const watch = await played();
    await morning(watch);
    expect(watch.texts()).toContain('How was the next morning?');
    await watch.kill('page');
    await watch.perform({ verb: 'time-jump', byMs: 60 * HOUR_MS, announced: true });
    await watch.launch();
    await watch.advance(1_000);
    await taps(watch, 'Worse');
    await watch.kill('page');
    await watch.launch();
    await watch.advance(1_000);
    expect(watch.sim.watch.page).toBe(HOME);
    expect(ratings(watch)).toEqual([{ of: 1, morning: 'worse' }]);
  });

  it('is not asked about again if the question was skipped', async () => {
    const watch = await played();
    await morning(watch);
    await taps(watch, 'Skip');
    await morning(watch);
    expect(watch.sim.watch.page).toBe(HOME);
  });
});
