/** Instants as the wearer's clock shows them. */
import { expect, it } from 'vitest';
import {
  localMinutes,
  minuteText,
  secondText,
  wearersDayEndMs,
} from '../../../utils/core/schedule/calendar.ts';
import { nextPhrase, timePhrase } from '../../../utils/core/schedule/next-phrase.ts';
import { inLanguage } from '../../support/phrases.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);

it.each([
  ['2026-11-25T23:04:09', 60, '2026-11-26 00:04', '2026-11-26T00:04:09', 4],
  ['2026-01-01T03:10:59', -300, '2025-12-31 22:10', '2025-12-31T22:10:59', 1_330],
  ['2026-11-25T09:09:00', 330, '2026-11-25 14:39', '2026-11-25T14:39:00', 879],
])('%s UTC, where clocks are %i minutes ahead, is %s', (at, offsetMin, toMinute, toSecond, minutes) => {
  expect(minuteText(utc(at), offsetMin)).toBe(toMinute);
  expect(secondText(utc(at), offsetMin)).toBe(toSecond);
  expect(localMinutes(utc(at), offsetMin)).toBe(minutes);
});

it.each([
  ['in the evening', '2026-11-25T17:00:00', '2026-11-26T03:00:00'],
  ['past midnight', '2026-11-26T02:59:59', '2026-11-26T03:00:00'],
  ['at four in the morning', '2026-11-26T03:00:00', '2026-11-27T03:00:00'],
])('the day of a wearer in Berlin, %s, ends at the next four in the morning', (_, now, end) => {
  expect(wearersDayEndMs(utc(now), 60)).toBe(utc(end));
});

it.each([
  [0, '00:00', '12:00 am'],
  [9, '00:09', '12:09 am'],
  [10, '00:10', '12:10 am'],
  [610, '10:10', '10:10 am'],
  [719, '11:59', '11:59 am'],
  [720, '12:00', '12:00 pm'],
  [1_439, '23:59', '11:59 pm'],
])('minute %i of the day reads %s, or %s on a clock of twelve hours', (minutes, long, short) => {
  const read = (isTwelve: boolean) => inLanguage('en-US', timePhrase(minutes, isTwelve)).toLowerCase();
  expect([read(false), read(true)]).toEqual([long, short]);
});

it.each([
  [3, 3, 'next.one'],
  [3, 4, 'next.or'],
  [3, 5, 'next.span'],
  [6, 6, 'next.one'],
  [5, 7, 'next.from'],
  [7, 9, 'next.days'],
  [0, 0, 'next.today'],
  [0, 1, 'next.today.or'],
  [-1, 2, 'next.today.by'],
  [0, 7, 'next.ready'],
  [-3, -1, 'next.open'],
])('good days from %i to %i days ahead are said by %s', (first, last, key) => {
  expect(nextPhrase({ earliestDay: 100 + first, latestDay: 100 + last }, 100).key).toBe(key);
});
