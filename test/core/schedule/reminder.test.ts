/** The hour on the wearer's clock, the day of a wake-up, and the morning of the morning question. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, localHour } from '../../../utils/core/schedule/calendar.ts';
import {
  awayFromHourMs,
  hourInDay,
  isMorningAfter,
  isNightOver,
  nextHourMs,
  reminderDay,
} from '../../../utils/core/schedule/reminder.ts';
import { offsetIn, ZONES } from '../../support/zones.ts';

const berlin = offsetIn('Europe/Berlin');
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const utc = (text: string): number => Date.parse(`${text}:00Z`);
const isoOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 16);
describe('the hour by the clock', () => {
  it.each([
    ['later today, in winter', 18, '2026-11-23T16:59', '2026-11-23T17:00'],
    ['tomorrow, once it is over', 18, '2026-11-23T17:00', '2026-11-24T17:00'],
    ['in summer', 18, '2026-07-01T12:00', '2026-07-01T16:00'],
    ['on the day clocks go forward', 18, '2026-03-28T20:00', '2026-03-29T16:00'],
    ['on the day clocks go back', 18, '2026-10-24T20:00', '2026-10-25T17:00'],
    ['over a new year', 7, '2026-12-31T20:00', '2027-01-01T06:00'],
  ])('comes %s', (_when, hour, now, at) => {
    expect(isoOf(nextHourMs(hour, utc(now), berlin))).toBe(at);
  });

  it('is always ahead, by a day and an hour at most', () => {
    const anyMs = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), anyMs, fc.integer({ min: 0, max: 23 }), (zone, nowMs, hour) => {
        const offsetAt = offsetIn(zone);
        const atMs = nextHourMs(hour, nowMs, offsetAt);
        expect(atMs).toBeGreaterThan(nowMs);
        expect(atMs - nowMs).toBeLessThanOrEqual(DAY_MS + HOUR_MS);
        expect((localHour(atMs, offsetAt(atMs)) - hour + 24) % 24).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the day for which a wake-up was set', () => {
  it.each([
    ['at its hour', 18, '2026-11-25T17:00', '2026-11-25'],
    ['an hour early, after clocks went back', 18, '2026-11-25T16:00', '2026-11-25'],
    ['past midnight, after clocks went forward', 23, '2026-11-25T23:00', '2026-11-25'],
    ['before midnight, after clocks went back', 0, '2026-11-25T22:00', '2026-11-25'],
    ['past midnight, which is still that day', 1, '2026-11-26T00:00', '2026-11-25'],
    ['six hours late, after a journey', 18, '2026-11-25T23:00', '2026-11-25'],
    ['six hours early, after a journey', 7, '2026-11-25T00:00', '2026-11-25'],
  ])('%s: at %i in Berlin, at %s UTC: %s', (_when, hour, now, day) => {
    expect(reminderDay(hour, utc(now), 60)).toBe(dayOf(day));
  });
});

it('the hours before four are the last of a wearer’s day', () => {
  expect([0, 3, 4, 23].map(hourInDay)).toEqual([24, 27, 4, 23]);
});

describe('how far it is from the hour of a wake-up', () => {
  it.each([
    ['at its hour', 18, '2026-11-25T17:00', 0],
    ['half an hour before', 18, '2026-11-25T16:30', 30],
    ['ten minutes after', 18, '2026-11-25T17:10', 10],
    ['past midnight, which is still that day', 23, '2026-11-25T23:30', 90],
  ])('%s: at %i in Berlin, at %s UTC: %i minutes', (_when, hour, now, minutes) => {
    expect(awayFromHourMs(hour, utc(now), 60)).toBe(minutes * 60_000);
  });

  it('is counted by the clock on the wrist in every zone', () => {
    expect(awayFromHourMs(18, utc('2026-11-25T08:00'), 600)).toBe(0);
    expect(awayFromHourMs(18, utc('2026-11-25T22:00'), -300)).toBe(60 * 60_000);
  });
});

describe('the morning question', () => {
  const last = { startedAtMs: utc('2026-11-23T18:00'), zoneOffsetMin: 60, morning: null };

  it.each([
    ['2026-11-24T02:59', false],
    ['2026-11-24T03:00', true],
    ['2026-11-24T12:59', true],
    ['2026-11-24T13:00', false],
    ['2026-11-23T20:00', false],
    ['2026-11-25T07:00', false],
  ])('at %s UTC in Berlin: %s', (now, asks) => {
    expect(isMorningAfter(last, utc(now), 60)).toBe(asks);
  });

  it.each([
    ['goes forward', '2026-03-28T20:00', 60, '2026-03-29T01:59', '2026-03-29T02:00', 120],
    ['goes back', '2026-10-24T20:00', 120, '2026-10-25T02:59', '2026-10-25T03:00', 60],
  ])('begins at 4 by the clock on the day it %s', (_what, session, before, early, begin, after) => {
    const night = { startedAtMs: utc(session), zoneOffsetMin: before, morning: null };
    expect(isMorningAfter(night, utc(early), after)).toBe(false);
    expect(isMorningAfter(night, utc(begin), after)).toBe(true);
  });

  it('after a session past midnight comes that same calendar morning', () => {
    const late = { startedAtMs: utc('2026-11-23T23:30'), zoneOffsetMin: 60, morning: null };
    expect(isMorningAfter(late, utc('2026-11-24T02:59'), 60)).toBe(false);
    expect(isMorningAfter(late, utc('2026-11-24T07:00'), 60)).toBe(true);
    expect(isMorningAfter(late, utc('2026-11-25T07:00'), 60)).toBe(false);
  });
});

describe('the question at a launch', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);

  it.each(hours)('of a session at %i o’clock can come from the next four o’clock on, for days', (hour) => {
    const day = dayOf('2026-11-23');
    const atMs = (localHours: number): number => day * DAY_MS + localHours * HOUR_MS;
    const last = { startedAtMs: atMs(hour), zoneOffsetMin: 0, morning: null };
    expect(isNightOver(last, atMs(hour < 4 ? 4 : 28), 0)).toBe(true);
    expect(isNightOver(last, atMs(hour < 4 ? 4 : 28) - 1, 0)).toBe(false);
    expect(isNightOver(last, atMs(28 + 5 * 24), 0)).toBe(true);
  });

  it('begins at four by the clock in every zone, over clock changes too', () => {
    const anyMs = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), anyMs, (zone, startedAtMs) => {
        const offsetAt = offsetIn(zone);
        const last = { startedAtMs, zoneOffsetMin: offsetAt(startedAtMs), morning: null };
        const begins = nextHourMs(4, startedAtMs, offsetAt);
        // Where clocks change at night, an instant just before four may be after it by the other clock.
        expect(isNightOver(last, begins, offsetAt(begins))).toBe(true);
        expect(isNightOver(last, begins - 61 * 60_000, offsetAt(begins - 61 * 60_000))).toBe(false);
      }),
    );
  });
});
