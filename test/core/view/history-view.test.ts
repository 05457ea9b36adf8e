/** A session in the history, in words. */
import { expect, it } from 'vitest';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { localDay } from '../../../utils/core/schedule/calendar.ts';
import { type HistoryRow, historyRow } from '../../../utils/core/view/history-view.ts';
import { inLanguage } from '../../support/phrases.ts';
import { holdsToPlan, recordWith } from '../../support/records.ts';

type Record = Parameters<typeof recordWith>[0];

function rowOf(over: Record, today = 30_000, isTwelveHour = false, nowMs = Date.UTC(2101, 0)): HistoryRow {
  return historyRow(recordWith({ durationS: 1_517, ...over }), { nowMs, today, isTwelveHour });
}

const whenOf = (startedAtMs: number, zoneOffsetMin: number): string =>
  inLanguage('en-US', rowOf({ startedAtMs, zoneOffsetMin }).when);

it.each([
  ['Mon 23 Nov, 12:00', Date.UTC(2026, 10, 23, 12), 0],
  ['Thu 29 Feb, 12:00', Date.UTC(2024, 1, 29, 12), 0],
  ['Fri 1 Mar, 00:00', Date.UTC(2024, 2, 1), 0],
  ['Wed 31 Dec, 23:59', Date.UTC(2025, 11, 31, 23, 59), 0],
  ['Thu 1 Jan, 00:30', Date.UTC(2025, 11, 31, 23, 30), 60],
  ['Sun 28 Feb, 00:00', Date.UTC(2100, 1, 28), 0],
  ['Mon 1 Mar, 00:00', Date.UTC(2100, 2, 1), 0],
])('%s', (when, startedAtMs, zoneOffsetMin) => {
  expect(whenOf(startedAtMs, zoneOffsetMin)).toBe(when);
});

const EVENING_MS = Date.UTC(2026, 10, 23, 18, 5);
const TODAY = localDay(EVENING_MS, 0);

it.each([
  [0, false, 'Today, 18:05'],
  [0, true, 'Today, 6:05 pm'],
  [1, false, 'Yesterday, 18:05'],
  [2, false, 'Mon 23 Nov, 18:05'],
] as const)('%i days later, with a 12-hour clock (%s), its date is "%s"', (daysLater, isTwelveHour, when) => {
  const row = rowOf({ startedAtMs: EVENING_MS, zoneOffsetMin: 0 }, TODAY + daysLater, isTwelveHour);
  expect(inLanguage('en-US', row.when)).toBe(when);
});

it.each([
  ['de-DE', 'Mo 23. Nov., 18:05'],
  ['es-ES', 'lun 23 nov, 18:05'],
  ['zh-CN', '11月23日周一 18:05'],
] as const)('in %s a date is "%s"', (locale, when) => {
  expect(inLanguage(locale, rowOf({ startedAtMs: EVENING_MS, zoneOffsetMin: 0 }).when)).toBe(when);
});

const [front] = plainRecord.planned;
const planned = front === undefined ? [] : [{ ...front, spots: [2, 2] as const }];

it.each([
  [['left'], 2, 0, 'Left 2 of 2 spots · 3 min'],
  [['right', 'left'], 3, 10, '3 of 4 spots · 4 min'],
] as const)('sides %j with %i held spots read as "%s"', (sides, held, beats, says) => {
  const holds = holdsToPlan(planned, sides).slice(0, held);
  expect(inLanguage('en-US', rowOf({ sides, planned, holds, beats }).outcome)).toBe(says);
});

it('a spot that was planned and not held still counts as planned', () => {
  const row = rowOf({
    sides: ['right'],
    planned: planned.map((one) => ({ ...one, spots: [1, 0] as const })),
  });
  expect(inLanguage('en-US', row.outcome)).toBe('Right 0 of 1 spot');
});

it.each([
  [10, 'March 10'],
  [0, 'Nothing held'],
])('a session with %i lifts and no planned spot reads as "%s"', (beats, says) => {
  expect(inLanguage('en-US', rowOf({ planned: [], beats }).outcome)).toBe(says);
});

it.each([
  ['of 1970', 0, EVENING_MS],
  ['ahead of the watch', Date.UTC(2037, 0, 1), EVENING_MS],
  ['of 1970, on a watch that is there still', 0, 60_000],
])('a session %s has no date, and says so', (_what, startedAtMs, nowMs) => {
  expect(inLanguage('en-US', rowOf({ startedAtMs }, TODAY, false, nowMs).when)).toBe('Wrong date');
});
