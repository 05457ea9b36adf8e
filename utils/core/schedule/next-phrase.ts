/** The rest window in calm words: when, never what was missed. */
import { type Phrase, phrase } from '../text/phrase.ts';
import { weekday } from './calendar.ts';
import { type RestWindow, standing } from './rest-window.ts';

/** As many days ahead as a weekday's name says which. */
const NAMED_DAYS = 6;

/** @param today the local calendar day */
export function nextPhrase(window: RestWindow | null, today: number): Phrase {
  const is = standing(window, today);
  if (window === null || is === 'open') return phrase('next.open');
  const { earliestDay, latestDay } = window;
  const isNamed = latestDay - today <= NAMED_DAYS;
  if (is === 'ready') {
    if (latestDay === today) return phrase('next.today');
    if (!isNamed) return phrase('next.ready');
    const isTomorrow = latestDay === today + 1;
    return phrase(isTomorrow ? 'next.today.or' : 'next.today.by', dayPhrase(latestDay, today));
  }
  const first = dayPhrase(earliestDay, today);
  if (earliestDay === latestDay) return phrase('next.one', first);
  if (earliestDay - today > NAMED_DAYS) {
    return phrase('next.days', earliestDay - today, latestDay - today);
  }
  if (!isNamed) return phrase('next.from', first);
  const last = dayPhrase(latestDay, today);
  return phrase(latestDay - earliestDay === 1 ? 'next.or' : 'next.span', first, last);
}

function dayPhrase(day: number, today: number): Phrase {
  if (day === today + 1) return phrase('day.tomorrow');
  return phrase(`day.${weekday(day) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`);
}

/** A full hour of the day as the wearer's clock shows it. */
export function hourPhrase(hour: number, isTwelve: boolean): Phrase {
  if (!isTwelve) return phrase('hour.24', hour < 10 ? `0${hour}` : hour);
  return phrase(hour < 12 ? 'hour.am' : 'hour.pm', hour % 12 === 0 ? 12 : hour % 12);
}
