/** When the next session is good, in each stage, over clock changes, months and years, and how home says it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRoutine } from '../../../utils/core/routine/default-routine.ts';
import type { Stage } from '../../../utils/core/routine/routine.ts';
import { DAY_MS, wearersDay } from '../../../utils/core/schedule/calendar.ts';
import { nextPhrase, timePhrase } from '../../../utils/core/schedule/next-phrase.ts';
import { type LastSession, restState, restWindow } from '../../../utils/core/schedule/rest-window.ts';
import { type Locale, locales } from '../../../utils/core/text/catalogues.ts';
import { inLanguage } from '../../support/phrases.ts';
import { offsetIn, ZONES } from '../../support/zones.ts';

const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** A session at a local time of a zone, such as `2026-03-28T23:30`. */
function sessionAt(zone: string, local: string, worse = false): LastSession {
  const offsetAt = offsetIn(zone);
  const guessMs = Date.parse(`${local}:00Z`);
  const startedAtMs = guessMs - offsetAt(guessMs) * 60_000;
  return { startedAtMs, zoneOffsetMin: offsetAt(startedAtMs), morning: worse ? 'worse' : null };
}

it.each<[Stage, boolean, string, string, string, string]>([
  ['sore', false, '2026-11-23T18:00', '2026-11-25', '2026-11-26', 'an ordinary evening'],
  ['sore', true, '2026-11-23T18:00', '2026-11-26', '2026-11-26', 'worse next morning'],
  ['active', false, '2026-11-23T18:00', '2026-11-25', '2026-11-26', 'an ordinary evening'],
  ['active', true, '2026-11-23T18:00', '2026-11-25', '2026-11-26', 'worse counts while sore only'],
  ['maintenance', false, '2026-11-23T18:00', '2026-11-30', '2026-12-07', 'over the end of a month'],
  ['maintenance', true, '2026-11-23T18:00', '2026-11-30', '2026-12-07', 'worse counts while sore only'],
  ['sore', false, '2026-12-30T07:00', '2027-01-01', '2027-01-02', 'over a new year'],
  ['active', false, '2028-02-27T07:00', '2028-02-29', '2028-03-01', 'over a leap day'],
  ['active', false, '2026-02-27T07:00', '2026-03-01', '2026-03-02', 'over a February without one'],
  ['maintenance', false, '2026-12-24T07:00', '2026-12-31', '2027-01-07', 'over a new year'],
  ['sore', false, '2026-03-27T23:50', '2026-03-29', '2026-03-30', 'onto the day clocks go forward'],
  ['sore', false, '2026-03-28T04:10', '2026-03-30', '2026-03-31', 'over the day clocks go forward'],
  ['active', false, '2026-10-23T23:50', '2026-10-25', '2026-10-26', 'onto the day clocks go back'],
  ['active', false, '2026-10-24T04:10', '2026-10-26', '2026-10-27', 'over the day clocks go back'],
])('%s, worse %s, session %s: next %s to %s (%s)', (phase, worse, local, earliest, latest) => {
  for (const zone of ZONES) {
    const window = restWindow(defaultRoutine.rest[phase], phase, sessionAt(zone, local, worse));
    expect([zone, dateOf(window.earliestDay), dateOf(window.latestDay)]).toEqual([zone, earliest, latest]);
  }
});

it('a session and its window are whole calendar days apart, whatever clock and zone do', () => {
  const anyPhase = fc.constantFrom<Stage>('sore', 'active', 'maintenance');
  const anyMs = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) });
  fc.assert(
    fc.property(
      anyPhase,
      fc.constantFrom(...ZONES),
      anyMs,
      fc.boolean(),
      (phase, zone, startedAtMs, worse) => {
        const zoneOffsetMin = offsetIn(zone)(startedAtMs);
        const window = restWindow(defaultRoutine.rest[phase], phase, {
          startedAtMs,
          zoneOffsetMin,
          morning: worse ? 'worse' : 'same',
        });
        const { earliestDays, latestDays } = defaultRoutine.rest[phase];
        const since = wearersDay(startedAtMs, zoneOffsetMin);
        expect(window.latestDay - since).toBe(latestDays);
        expect(window.earliestDay - since).toBe(phase === 'sore' && worse ? latestDays : earliestDays);
        expect(restState(window, window.earliestDay - 1)).toBe('soon');
        expect(restState(window, window.earliestDay)).toBe('ready');
        expect(restState(window, window.latestDay)).toBe('ready');
        expect(restState(window, window.latestDay + 1)).toBe('open');
      },
    ),
  );
});

it('before the first session any day is good', () => {
  expect(restState(null, 20_000)).toBe('open');
});

/** 2026-11-23 is a Monday. */
const monday = dayOf('2026-11-23');
const said = (earliest: number, latest: number, locale: Locale = 'en-US', today = monday): string =>
  inLanguage(locale, nextPhrase({ earliestDay: monday + earliest, latestDay: monday + latest }, today));

describe('home says', () => {
  it.each([
    [2, 3, 'Next: Wed or Thu'],
    [3, 3, 'Next: Thu'],
    [1, 2, 'Next: tomorrow or Wed'],
    [1, 1, 'Next: tomorrow'],
    [1, 3, 'Next: tomorrow to Thu'],
    [0, 0, 'Good to go today'],
    [0, 1, 'Today or tomorrow'],
    [0, 4, 'Today, or by Fri'],
    [0, 7, 'Good to go any day'],
    [-3, 4, 'Today, or by Fri'],
    [7, 14, 'Next: in 7 to 14 days'],
    [6, 13, 'Next: from Sun'],
    [1, 8, 'Next: from tomorrow'],
    [-9, -1, 'Ready when you are'],
  ])('for days %i to %i from now: "%s"', (earliest, latest, text) => {
    expect(said(earliest, latest)).toBe(text);
  });

  it.each([
    ['de-DE', 'Nächstes Mal: Mi oder Do'],
    ['es-ES', 'Próxima: mié o jue'],
    ['zh-CN', '下次：周三或周四'],
  ] as const)('in %s: "%s"', (locale, text) => {
    expect(said(2, 3, locale)).toBe(text);
  });

  it.each(locales)('every window on every day, in %s, without an unfilled gap', (locale) => {
    const any = fc.tuple(
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: -3, max: 30 }),
    );
    fc.assert(
      fc.property(any, ([earliest, more, after]) => {
        const text = said(earliest, earliest + more, locale, monday + after);
        expect(text).not.toMatch(/[{}]|undefined|NaN/);
        expect(text).not.toBe('');
      }),
    );
  });
});

it.each([
  [0, '00:00', '12:00 am'],
  [9 * 60 + 5, '09:05', '9:05 am'],
  [12 * 60, '12:00', '12:00 pm'],
  [18 * 60, '18:00', '6:00 pm'],
  [23 * 60 + 59, '23:59', '11:59 pm'],
])('%i minutes after midnight read as the wearer’s clock shows them', (minutes, day, half) => {
  expect([false, true].map((isTwelve) => inLanguage('en-US', timePhrase(minutes, isTwelve)))).toEqual([
    day,
    half,
  ]);
});
