/** One reminder a window, at the hour on the wearer's clock; the morning question in its morning. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, localDay, localHour } from '../../../utils/core/schedule/calendar.ts';
import { isMorningAfter, morningAtMs, reminderAtMs } from '../../../utils/core/schedule/reminder.ts';
import { offsetIn, ZONES } from '../../support/zones.ts';

const berlin = offsetIn('Europe/Berlin');
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const utc = (text: string): number => Date.parse(`${text}:00Z`);
const isoOf = (atMs: number | null): string | null =>
  atMs === null ? null : new Date(atMs).toISOString().slice(0, 16);
const window = (earliest: string, latest: string) => ({
  earliestDay: dayOf(earliest),
  latestDay: dayOf(latest),
});

describe('the reminder', () => {
  test.each([
    ['in winter', window('2026-11-25', '2026-11-26'), '2026-11-23T20:00', '2026-11-25T17:00'],
    ['in summer', window('2026-07-03', '2026-07-04'), '2026-07-01T20:00', '2026-07-03T16:00'],
    [
      'asked for before clocks go forward',
      window('2026-03-29', '2026-03-30'),
      '2026-03-27T20:00',
      '2026-03-29T16:00',
    ],
    [
      'asked for before clocks go back',
      window('2026-10-25', '2026-10-26'),
      '2026-10-23T20:00',
      '2026-10-25T17:00',
    ],
    ['over a new year', window('2027-01-01', '2027-01-02'), '2026-12-30T20:00', '2027-01-01T17:00'],
    [
      'once the hour of the first day is over',
      window('2026-11-25', '2026-11-26'),
      '2026-11-25T17:00',
      '2026-11-26T17:00',
    ],
    ['once the window is nearly over', window('2026-11-25', '2026-11-26'), '2026-11-26T17:00', null],
    ['once the window is over', window('2026-11-25', '2026-11-26'), '2026-12-01T08:00', null],
  ])('at 18 o’clock in Berlin, %s', (_when, days, now, at) => {
    expect(isoOf(reminderAtMs(days, 18, utc(now), berlin, null))).toBe(at);
  });

  test('is given once a window: after it was due there is none, whatever hour is chosen then', () => {
    const days = window('2026-11-25', '2026-12-02');
    const atMs = utc('2026-11-25T17:00');
    const armed = { earliestDay: days.earliestDay, atMs };
    for (const hour of [0, 8, 18, 23]) {
      expect(reminderAtMs(days, hour, atMs + HOUR_MS, berlin, armed)).toBeNull();
    }
  });

  test('that is still to come moves with the hour', () => {
    const days = window('2026-11-25', '2026-11-26');
    const armed = { earliestDay: days.earliestDay, atMs: utc('2026-11-25T17:00') };
    expect(isoOf(reminderAtMs(days, 7, utc('2026-11-24T12:00'), berlin, armed))).toBe('2026-11-25T06:00');
  });

  test('of an earlier window says nothing about this one', () => {
    const armed = { earliestDay: dayOf('2026-11-20'), atMs: utc('2026-11-20T17:00') };
    const days = window('2026-11-25', '2026-11-26');
    expect(isoOf(reminderAtMs(days, 18, utc('2026-11-23T20:00'), berlin, armed))).toBe('2026-11-25T17:00');
  });

  test('always lies ahead, in the window, at its hour or as near as the clock has it', () => {
    const anyCase = fc.record({
      zone: fc.constantFrom(...ZONES),
      nowMs: fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) }),
      fromDays: fc.integer({ min: -10, max: 10 }),
      days: fc.integer({ min: 0, max: 8 }),
      hour: fc.integer({ min: 0, max: 23 }),
    });
    fc.assert(
      fc.property(anyCase, ({ zone, nowMs, fromDays, days, hour }) => {
        const offsetAt = offsetIn(zone);
        const earliestDay = localDay(nowMs, offsetAt(nowMs)) + fromDays;
        const latestDay = earliestDay + days;
        const atMs = reminderAtMs({ earliestDay, latestDay }, hour, nowMs, offsetAt, null);
        if (atMs === null) return;
        const day = localDay(atMs, offsetAt(atMs));
        expect(atMs).toBeGreaterThan(nowMs);
        expect(day).toBeGreaterThanOrEqual(earliestDay);
        expect(day).toBeLessThanOrEqual(latestDay);
        expect(Math.abs(localHour(atMs, offsetAt(atMs)) - hour)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the morning question', () => {
  const last = { startedAtMs: utc('2026-11-23T18:00'), zoneOffsetMin: 60, worse: false };

  test.each([
    ['2026-11-24T02:59', false],
    ['2026-11-24T03:00', true],
    ['2026-11-24T12:59', true],
    ['2026-11-24T13:00', false],
    ['2026-11-23T20:00', false],
    ['2026-11-25T07:00', false],
  ])('at %s UTC in Berlin: %s', (now, asks) => {
    expect(isMorningAfter(last, utc(now), 60)).toBe(asks);
  });

  test.each([
    ['goes forward', '2026-03-28T20:00', 60, '2026-03-29T01:59', '2026-03-29T02:00', 120],
    ['goes back', '2026-10-24T20:00', 120, '2026-10-25T02:59', '2026-10-25T03:00', 60],
  ])('begins at 4 by the clock on the day it %s', (_what, session, before, early, begin, after) => {
    const night = { startedAtMs: utc(session), zoneOffsetMin: before, worse: false };
    expect(isMorningAfter(night, utc(early), after)).toBe(false);
    expect(isMorningAfter(night, utc(begin), after)).toBe(true);
  });

  test('after a session past midnight comes the morning after that day', () => {
    const late = { startedAtMs: utc('2026-11-23T23:30'), zoneOffsetMin: 60, worse: false };
    expect(isMorningAfter(late, utc('2026-11-24T07:00'), 60)).toBe(false);
    expect(isMorningAfter(late, utc('2026-11-25T07:00'), 60)).toBe(true);
  });

  test('is notified at 8 by the clock, once, and not when that is over', () => {
    expect(isoOf(morningAtMs(last, utc('2026-11-23T20:00'), berlin))).toBe('2026-11-24T07:00');
    expect(morningAtMs(last, utc('2026-11-24T07:00'), berlin)).toBeNull();
  });
});
