/** The packed app goes on from what version 0.1.0 stored, whatever the situation was. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator';
import { feltCues } from '../../tools/simulate/decode-cues.ts';
import { optionValue } from '../support/option-rows.ts';
import { openPacked, type PackedWatch } from '../support/packed-watch.ts';
import { openPhonePage } from '../support/phone-page.ts';
import {
  continued,
  openedAgain,
  playSession,
  recordsIn,
  shown,
  tap,
  toTheEnd,
} from '../support/version-0.1.0.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
});

/** The watch of a situation, on which the present app is launched `laterMs` after the state was captured. */
async function launched(name: string, laterMs: number): Promise<PackedWatch> {
  const watch = continued(app, name, laterMs);
  await watch.launch();
  // This comes within a tick of the next second.
  await watch.wait(750);
  return watch;
}

/** The patterns of version 0.1.0, which a session that it began keeps. */
const ITS_STYLE = { strength: 'normal', motor: 'pattern', edition: 1 } as const;

const holdsOf = (watch: PackedWatch): readonly string[] =>
  recordsIn(watch.onPhone()).sessions.flatMap(({ holds }) =>
    holds.map(({ side, spot, seconds, outcome }) => `${side} ${spot}: ${seconds} s ${outcome}`),
  );

const cuesOf = (watch: PackedWatch): readonly string[] =>
  feltCues(watch.sim.pulses, ITS_STYLE).map(({ cue }) => cue?.name ?? 'unknown');

/** What the watch has reported, without what 0.1.0 had reported before. */
const reportsOf = (watch: PackedWatch): string => Buffer.from(watch.sim.files.get('ring') ?? []).toString();

describe('a first run that was finished', () => {
  it('does not come again, and home shows Start', async () => {
    const watch = await launched('first-run-finished', HOUR_MS);
    expect(watch.texts()).toContain('Start');
    expect([watch.sim.breaches, reportsOf(watch)]).toEqual([[], '']);
  });

  it('has set the hip that comes first in the next session, which has the two spots of a sore wearer', async () => {
    const watch = await launched('first-run-finished', HOUR_MS);
    await playSession(watch);
    expect(holdsOf(watch)).toEqual(['right 1', 'left 1'].map((spot) => `${spot}: 75 s guided-to-end`));
  });
});

describe('a session that was killed in a hold', () => {
  it('goes straight back into it, at the right second', async () => {
    const watch = await launched('killed-in-hold', 3 * SECOND_MS);
    expect(watch.texts()).toContain('44');
    await watch.wait(10 * SECOND_MS);
    expect(cuesOf(watch)).toEqual(['come-back']);
  });

  it('is logged once, as one session with every hold guided to its end', async () => {
    const watch = await launched('killed-in-hold', 3 * SECOND_MS);
    await toTheEnd(watch);
    expect(holdsOf(watch)).toEqual(
      ['right 1', 'left 1', 'right 1', 'left 1'].map((spot) => `${spot}: 75 s guided-to-end`),
    );
    expect([watch.onWatch().length, watch.onPhone().length]).toEqual([1, 1]);
    expect([watch.sim.breaches, reportsOf(watch)]).toEqual([[], '']);
  });

  it('asks whether to go on if the hold would have ended in the meantime, and credits what was known', async () => {
    const watch = await launched('killed-in-hold', 40 * SECOND_MS);
    expect(watch.texts()).toContain('Go on: RIGHT?');
    await tap(watch, 'End session');
    await tap(watch, 'End session');
    await toTheEnd(watch);
    expect(holdsOf(watch)).toEqual(['right 1: 30 s interrupted']);
  });
});

describe('a session in which the helper had played cues', () => {
  it('counts those as played, so that the next one is the move', async () => {
    const watch = await launched('helper-went-on-in-hold', 3 * SECOND_MS);
    expect(watch.texts()).toContain('69');
    await watch.wait(10 * SECOND_MS);
    expect(cuesOf(watch)).toEqual(['come-back', 'move']);
  });

  it('is logged with the hold guided to its end and no cue lost', async () => {
    const watch = await launched('helper-went-on-in-hold', 3 * SECOND_MS);
    await toTheEnd(watch);
    expect(holdsOf(watch)).toEqual(
      ['left 1', 'right 1', 'left 1', 'right 1'].map((spot) => `${spot}: 75 s guided-to-end`),
    );
    expect(recordsIn(watch.onPhone()).sessions).toMatchObject([{ lostCues: 0, interruptions: 0 }]);
  });
});

describe('a session that was killed in the march', () => {
  it('goes on with the next lift, and counts ten', async () => {
    const watch = await launched('killed-in-march', 3 * SECOND_MS);
    expect(watch.texts()).toContain('of 10');
    await toTheEnd(watch);
    expect(cuesOf(watch)).toEqual(['come-back', ...Array(6).fill('beat'), 'done']);
    expect(recordsIn(watch.onPhone()).sessions).toMatchObject([{ how: 'done', beats: 10 }]);
    expect(watch.onPhone()).toHaveLength(1);
  });
});

describe('a session that was paused', () => {
  it('is still paused, and goes on when the wearer says so', async () => {
    const watch = await launched('paused', MINUTE_MS);
    expect(watch.texts()).toContain('Paused');
    watch.perform({ verb: 'key', key: 'select', action: 'double' });
    await watch.wait(SECOND_MS);
    expect(watch.texts()).not.toContain('Paused');
    await toTheEnd(watch);
    expect(holdsOf(watch)[0]).toBe('right 1: 21 s interrupted');
    expect(holdsOf(watch).filter((hold) => hold.endsWith('75 s guided-to-end'))).toHaveLength(4);
    expect(watch.onPhone()).toHaveLength(1);
  });
});

describe('a session that was paused for an hour', () => {
  it('is closed and logged once', async () => {
    const watch = await launched('paused', HOUR_MS);
    await toTheEnd(watch);
    expect(watch.texts()).toContain('Session closed');
    expect(holdsOf(watch)).toEqual(['right 1: 21 s interrupted']);
    expect(watch.onPhone()).toHaveLength(1);
  });
});

describe('a session that had ended and was not logged', () => {
  it.each([
    ['because the page was killed', 'ended-not-logged', 'Done'],
    ['because the storage failed', 'storage-failed-at-end', 'Stopped early'],
    ['because the log refused it', 'refused-by-log', 'Stopped early'],
  ])('%s is logged at the next launch and shown', async (_why, name, title) => {
    const watch = await launched(name, MINUTE_MS);
    await toTheEnd(watch);
    expect(watch.texts()).toContain(title);
    expect([watch.onWatch().length, watch.onPhone().length]).toEqual([1, 1]);
  });

  it.each(['ended-not-logged', 'storage-failed-at-end', 'refused-by-log'])(
    '%s is logged once, however often the app is opened',
    async (name) => {
      const watch = await launched(name, MINUTE_MS);
      await toTheEnd(watch);
      for (let time = 0; time < 2; time++) {
        await openedAgain(watch, MINUTE_MS);
        expect(watch.texts()).toContain('Start');
        await watch.wait(5 * SECOND_MS);
      }
      expect([watch.onWatch().length, watch.onPhone().length]).toEqual([1, 1]);
    },
  );
});

describe('three sessions in the log that the phone lacks', () => {
  it('bring the morning question for the third one, whose answer is logged', async () => {
    const watch = await launched('three-sessions', MINUTE_MS);
    expect(watch.texts()).toContain('How was the next morning?');
    await tap(watch, 'Worse');
    await shown(watch, 'Start');
    const mornings = recordsIn(watch.onWatch()).ratings.filter(({ morning }) => morning !== undefined);
    expect(mornings.map(({ of, morning }) => [of, morning])).toEqual([
      [1, 'same'],
      [5, 'better'],
      [9, 'worse'],
    ]);
  });

  it('reach the phone with every rating, once', async () => {
    const watch = await launched('three-sessions', MINUTE_MS);
    await tap(watch, 'Skip');
    await watch.until('the log on the phone', () => watch.onPhone().length >= 11);
    await openedAgain(watch, MINUTE_MS);
    await watch.wait(10 * SECOND_MS);
    expect(watch.onPhone()).toEqual(watch.onWatch());
    const { sessions, ratings } = recordsIn(watch.onPhone());
    expect(sessions.map(({ painBefore }) => painBefore)).toEqual([6, 5, 5]);
    expect(ratings.flatMap(({ painAfter }) => painAfter ?? [])).toEqual([4, 4, 3]);
    expect(ratings.flatMap(({ contact }) => contact ?? [])).toEqual([7, 6, 5]);
  });

  it('are in the history', async () => {
    const watch = await launched('three-sessions', MINUTE_MS);
    await tap(watch, 'Skip');
    await tap(watch, 'More');
    await tap(watch, 'History');
    const days = watch.texts().filter((text) => /, \d+:\d\d$/.test(text));
    expect(days.map((text) => text.split(',')[0])).toEqual(['Yesterday', 'Wed 11 Mar', 'Mon 9 Mar']);
  });
});

describe('preferences', () => {
  it('changed on both sides, and exchanged by neither, are all kept', async () => {
    const watch = await launched('preferences-on-both-sides', HOUR_MS);
    expect(watch.texts()).toContain('Right hip');
    await tap(watch, 'More');
    await tap(watch, 'Options');
    const labels = ['Sides', 'Kit', 'Extra hold', 'Strength'];
    expect(labels.map((label) => optionValue(watch.texts(), label))).toEqual([
      'Right only',
      'Hook and ball',
      '30 s',
      'Strong',
    ]);
  });

  it('changed on both sides reach the phone too', async () => {
    const watch = await launched('preferences-on-both-sides', HOUR_MS);
    await watch.wait(5 * SECOND_MS);
    const page = await openPhonePage(watch);
    expect(['Sides', 'Kit', 'Extra hold after the minimum', 'Strength of the cues'].map(page.value)).toEqual([
      '["right"]',
      '"hook"',
      '30',
      '"strong"',
    ]);
    expect(page.texts()).not.toContain('Waiting for the watch');
  });

  it('of the first version that nothing used are ignored without a report, and the others keep their values', async () => {
    const watch = await launched('wrist-and-turned', HOUR_MS);
    await watch.wait(5 * SECOND_MS);
    const page = await openPhonePage(watch);
    expect(page.value('Strength of the cues')).toBe('"gentle"');
    expect(page.texts()).not.toContain('could not be used');
    expect(reportsOf(watch)).toBe('');
    await tap(watch, 'More');
    await tap(watch, 'Options');
    expect(optionValue(watch.texts(), 'Strength')).toBe('Gentle');
  });

  it('can still be changed, on the watch and on the phone', async () => {
    const watch = await launched('wrist-and-turned', HOUR_MS);
    const page = await openPhonePage(watch);
    await page.change('Sides', '["left"]');
    await tap(watch, 'More');
    await tap(watch, 'Options');
    await tap(watch, 'Gentle');
    await tap(watch, 'Done');
    await watch.wait(5 * SECOND_MS);
    await openedAgain(watch, MINUTE_MS);
    await watch.wait(5 * SECOND_MS);
    expect(watch.texts()).toContain('Left hip');
    expect(page.value('Strength of the cues')).toBe('"normal"');
    expect(page.texts()).not.toContain('Waiting for the watch');
    expect(reportsOf(watch)).toBe('');
  });

  it('with a reminder bring it on the first good day, after the morning question', async () => {
    const watch = await launched('reminders-on', MINUTE_MS);
    await playSession(watch);
    await watch.wait(5 * SECOND_MS);
    const from = watch.sim.events.length;
    watch.perform({ verb: 'key', key: 'home', action: 'click' });
    await watch.wait(5 * DAY_MS);
    const { epochMs, uptimeMs, events, zoneOffsetMin } = watch.sim;
    const notes = events
      .slice(from)
      .filter(({ type, text }) => type === 'dialog' && text.startsWith('Iliacus: '))
      .map(({ atMs }) => new Date(epochMs - uptimeMs + atMs + zoneOffsetMin * MINUTE_MS).toISOString());
    expect(notes.map((text) => text.slice(0, 16))).toEqual(['2026-03-10T08:00', '2026-03-11T18:00']);
  });
});

describe('an advice that was refused', () => {
  it('is not given again for the mornings that it was given for', async () => {
    const watch = await launched('advice-refused', HOUR_MS);
    await playSession(watch);
    await openedAgain(watch, 23 * HOUR_MS);
    expect(watch.texts()).toContain('How was the next morning?');
    await tap(watch, 'Same');
    await watch.wait(SECOND_MS);
    expect(watch.texts()).toContain('Start');
  });
});
