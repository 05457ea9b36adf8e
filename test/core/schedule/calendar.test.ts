import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilDate,
  DAY_MS,
  dayOf,
  HOUR_MS,
  localDay,
  localHour,
  localInstant,
  weekday,
} from '../../../utils/core/schedule/calendar.ts';
import { offsetIn, ZONES } from '../../support/zones.ts';

const anyZone = fc.constantFrom(...ZONES).map((name) => ({ name, offsetAt: offsetIn(name) }));
const anyInstantMs = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) });
const utcDay = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / DAY_MS;

it.each([
  ['a new year', Date.UTC(2026, 11, 31, 23, 30), 60, utcDay(2027, 1, 1)],
  ['the end of a month', Date.UTC(2026, 3, 30, 22, 0), 120, utcDay(2026, 5, 1)],
  ['a leap day', Date.UTC(2028, 1, 28, 23, 59), 60, utcDay(2028, 2, 29)],
  ['the day before, west of Greenwich', Date.UTC(2026, 0, 1, 3, 0), -300, utcDay(2025, 12, 31)],
])('%s is reached at local midnight', (_what, utcMs, offsetMin, day) => {
  expect(localDay(utcMs, offsetMin)).toBe(day);
});

it('day, hour and weekday agree with the calendar', () => {
  fc.assert(
    fc.property(anyZone, anyInstantMs, ({ offsetAt }, utcMs) => {
      const offsetMin = offsetAt(utcMs);
      const wall = new Date(utcMs + offsetMin * 60_000);
      const day = localDay(utcMs, offsetMin);
      expect(new Date(day * DAY_MS).toISOString().slice(0, 10)).toBe(wall.toISOString().slice(0, 10));
      expect(localHour(utcMs, offsetMin)).toBe(wall.getUTCHours());
      expect(weekday(day)).toBe(wall.getUTCDay());
    }),
  );
});

it('the weekday is right before 1970 too', () => {
  expect(weekday(utcDay(1969, 12, 28))).toBe(0);
});

describe('the instant of an hour', () => {
  it('shows that hour on that day, if the clock has it', () => {
    fc.assert(
      fc.property(anyZone, anyInstantMs, fc.integer({ min: 0, max: 23 }), ({ offsetAt }, someMs, hour) => {
        const day = localDay(someMs, offsetAt(someMs));
        const atMs = localInstant(day, hour, offsetAt);
        const shown = [localDay(atMs, offsetAt(atMs)), localHour(atMs, offsetAt(atMs))];
        // The day on which clocks go forward lacks an hour or half an hour.
        const isThere = [0, 1, 2, 3].some((quarter) => {
          const tryMs = day * DAY_MS + hour * HOUR_MS + quarter * 900_000;
          return [offsetAt(tryMs - DAY_MS), offsetAt(tryMs + DAY_MS)].some((offsetMin) => {
            const utcMs = tryMs - offsetMin * 60_000;
            return offsetAt(utcMs) === offsetMin && quarter === 0;
          });
        });
        if (isThere) expect(shown).toEqual([day, hour]);
        else
          expect(
            Math.abs(atMs + offsetAt(atMs) * 60_000 - (day * DAY_MS + hour * HOUR_MS)),
          ).toBeLessThanOrEqual(HOUR_MS);
      }),
    );
  });

  it.each([
    ['before clocks go forward', [2026, 3, 29], 1, '2026-03-29T00:00:00.000Z'],
    ['that is left out', [2026, 3, 29], 2, '2026-03-29T01:00:00.000Z'],
    ['after clocks went forward', [2026, 3, 29], 18, '2026-03-29T16:00:00.000Z'],
    ['that comes twice', [2026, 10, 25], 2, '2026-10-25T00:00:00.000Z'],
    ['after clocks went back', [2026, 10, 25], 18, '2026-10-25T17:00:00.000Z'],
  ] as const)('%s, in Berlin', (_what, [year, month, date], hour, utc) => {
    const atMs = localInstant(utcDay(year, month, date), hour, offsetIn('Europe/Berlin'));
    expect(new Date(atMs).toISOString()).toBe(utc);
  });
});

it('a date has the number of its day', () => {
  const day = fc.integer({ min: -800_000, max: 800_000 });
  fc.assert(
    fc.property(day, (number) => {
      expect(dayOf(civilDate(number))).toBe(number);
    }),
  );
});

it('a day has the date of the calendar, around each end of February and of a year as well', () => {
  for (let year = 1_600; year <= 2_800; year++) {
    for (const [month, date] of [
      [1, 1],
      [2, 28],
      [3, 1],
      [12, 31],
    ] as const) {
      const day = utcDay(year, month, date);
      const after = new Date((day + 1) * DAY_MS);
      expect(civilDate(day)).toEqual([year, month, date]);
      expect(civilDate(day + 1)).toEqual([
        after.getUTCFullYear(),
        after.getUTCMonth() + 1,
        after.getUTCDate(),
      ]);
    }
  }
});
