/** Dates as people say them, in the language of the phone page. */
import { civilDate, localDay, minuteText, weekday } from '../schedule/calendar.ts';
import type { PhoneKey } from './phone-en.ts';
import { type PhonePhrase, phrase } from './phone-phrase.ts';

/** `Mon 5 Jan`, with its year if that is not the year of `today`. Both are day numbers counted from 1970. */
export function dayPhrase(day: number, today: number): PhonePhrase {
  const [year, month, date] = civilDate(day);
  const name = phrase(`weekday.${weekday(day)}` as PhoneKey);
  const words = [name, date, phrase(`month.${month}` as PhoneKey)] as const;
  const [thisYear] = civilDate(today);
  return year === thisYear ? phrase('date.day', ...words) : phrase('date.day-year', ...words, year);
}

/** `Jan 2026`. */
export function monthPhrase(day: number): PhonePhrase {
  const [year, month] = civilDate(day);
  return phrase('date.month', phrase(`month.${month}` as PhoneKey), year);
}

/** `Mon 5 Jan, 18:05`, as the wearer's clock showed it. @param offsetMin local time minus UTC, minutes */
export function minutePhrase(utcMs: number, offsetMin: number, today: number): PhonePhrase {
  const time = minuteText(utcMs, offsetMin).slice(-5);
  return phrase('date.minute', dayPhrase(localDay(utcMs, offsetMin), today), time);
}
