/** The wearer's day ends at four in the morning by the clock on the wrist, over every hour, zone and change of clocks. */
import { describe, expect, it } from 'vitest';
import { adherenceOf } from '../../../utils/core/export/physio.ts';
import { defaultRoutine } from '../../../utils/core/routine/default-routine.ts';
import { DAY_MS, HOUR_MS, localHour } from '../../../utils/core/schedule/calendar.ts';
import { isMorningAfter } from '../../../utils/core/schedule/reminder.ts';
import { restWindow } from '../../../utils/core/schedule/rest-window.ts';
import { canBeRated } from '../../../utils/core/view/summary-view.ts';
import { recordWith } from '../../support/records.ts';
import { ratedSession } from '../../support/stored-log.ts';
import { offsetIn, ZONES } from '../../support/zones.ts';

/** Days on which clocks change in one of the zones, an ordinary one, and the turn of a year. */
const DAYS = [
  '2026-03-29',
  '2026-10-25',
  '2026-03-08',
  '2026-11-01',
  '2026-04-05',
  '2026-09-06',
  '2026-06-10',
  '2026-12-31',
];
const CASES = ZONES.flatMap((zone) => DAYS.map((date) => [zone, date] as const));

/** The number of the day that the wearer calls today, derived from the rule alone: before four o'clock it is still yesterday. */
function dayOfWearer(utcMs: number, offsetMin: number): number {
  const wall = new Date(utcMs + offsetMin * 60_000);
  const midnightMs = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate());
  return midnightMs / DAY_MS - (wall.getUTCHours() < 4 ? 1 : 0);
}

interface SessionAndNow {
  readonly startedAtMs: number;
  readonly zoneOffsetMin: number;
  readonly nowMs: number;
  readonly nowOffsetMin: number;
}

/** A session in each hour around the day `date`, combined with each hour of the two days after it. */
function sessionsAndHours(zone: string, date: string): readonly SessionAndNow[] {
  const offsetAt = offsetIn(zone);
  const noonMs = Date.parse(`${date}T12:00:00Z`) - offsetAt(Date.parse(`${date}T12:00:00Z`)) * 60_000;
  const instants = Array.from({ length: 24 + 54 }, (_, hour) => {
    const atMs = noonMs + (hour - 12) * HOUR_MS + 30 * 60_000;
    return { atMs, offsetMin: offsetAt(atMs) };
  });
  return instants.slice(0, 24).flatMap(({ atMs: startedAtMs, offsetMin: zoneOffsetMin }, from) =>
    instants.slice(from, from + 54).map(({ atMs: nowMs, offsetMin: nowOffsetMin }) => {
      return { startedAtMs, zoneOffsetMin, nowMs, nowOffsetMin };
    }),
  );
}

describe.each(CASES)('in %s, around %s,', (zone, date) => {
  const all = sessionsAndHours(zone, date);
  /** The cases in which `right` does not hold, in words. */
  const wrong = (right: (one: SessionAndNow) => boolean): readonly string[] =>
    all
      .filter((one) => !right(one))
      .map(
        ({ startedAtMs, nowMs }) =>
          `${new Date(startedAtMs).toISOString()}, ${new Date(nowMs).toISOString()}`,
      );

  it('the morning after a session begins when its day has ended, even for a session past midnight', () => {
    const isAskedRightly = ({ startedAtMs, zoneOffsetMin, nowMs, nowOffsetMin }: SessionAndNow): boolean => {
      const hour = localHour(nowMs, nowOffsetMin);
      const isNext = dayOfWearer(nowMs, nowOffsetMin) === dayOfWearer(startedAtMs, zoneOffsetMin) + 1;
      const asks = isMorningAfter({ startedAtMs, zoneOffsetMin, morning: null }, nowMs, nowOffsetMin);
      return asks === (isNext && hour >= 4 && hour < 14);
    };
    expect(wrong(isAskedRightly)).toEqual([]);
  });

  it('a session can be rated until the day of its end has ended', () => {
    const isRatedRightly = ({ startedAtMs, zoneOffsetMin, nowMs, nowOffsetMin }: SessionAndNow): boolean => {
      const record = recordWith({ startedAtMs, zoneOffsetMin, durationS: 600 });
      const can = dayOfWearer(nowMs, nowOffsetMin) === dayOfWearer(startedAtMs + 600_000, zoneOffsetMin);
      return canBeRated(record, nowMs, nowOffsetMin) === can;
    };
    expect(wrong(isRatedRightly)).toEqual([]);
  });

  it('rest counts from the day that the wearer calls the day of the session', () => {
    const { earliestDays, latestDays } = defaultRoutine.rest.active;
    const isCountedRightly = ({
      startedAtMs,
      zoneOffsetMin,
      nowMs,
      nowOffsetMin,
    }: SessionAndNow): boolean => {
      const day = dayOfWearer(startedAtMs, zoneOffsetMin);
      const last = { startedAtMs, zoneOffsetMin, morning: null };
      const { earliestDay, latestDay } = restWindow(defaultRoutine.rest.active, 'active', last);
      const isSooner = dayOfWearer(nowMs, nowOffsetMin) - day < earliestDays;
      const before = ratedSession({ record: sessionAt(startedAtMs, zoneOffsetMin) });
      const after = ratedSession({ record: sessionAt(nowMs, nowOffsetMin) });
      const { sooner, inWindow } = adherenceOf([after, before]);
      return (
        earliestDay === day + earliestDays &&
        latestDay === day + latestDays &&
        sooner === (isSooner ? 1 : 0) &&
        inWindow === (isSooner ? 0 : 1)
      );
    };
    expect(wrong(isCountedRightly)).toEqual([]);
  });
});

function sessionAt(startedAtMs: number, zoneOffsetMin: number) {
  const { record } = ratedSession();
  return { ...record, phase: 'active' as const, startedAtMs, zoneOffsetMin };
}

it('a session can be rated after a flight too, until its day ends here or where it took place', () => {
  // New York, Monday 20:00, and an hour later the watch shows the time of Tokyo, Tuesday 11:00.
  const startedAtMs = Date.UTC(2026, 10, 24, 1);
  const record = recordWith({ startedAtMs, zoneOffsetMin: -300, durationS: 600 });
  expect(canBeRated(record, startedAtMs + HOUR_MS, 540)).toBe(true);
  expect(canBeRated(record, startedAtMs + 9 * HOUR_MS, 540)).toBe(false);
});
