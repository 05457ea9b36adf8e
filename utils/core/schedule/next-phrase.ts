/** The rest window in words: when the next session is good. It never says that one was missed. */
import { type Phrase, phrase } from '../text/phrase.ts';
import { weekday } from './calendar.ts';
import { type RestWindow, restState } from './rest-window.ts';

/** A day up to this many days ahead is named by its weekday. */
const NAMED_DAYS = 6;

/** When the next session is good. @param today the local calendar day */
export function nextPhrase(window: RestWindow | null, today: number): Phrase {
  const state = restState(window, today);
  if (window === null || state === 'open') return phrase('next.open');
  const { earliestDay, latestDay } = window;
  if (state === 'ready') return readyPhrase(latestDay, today);
  const first = dayPhrase(earliestDay, today);
  if (earliestDay === latestDay) return phrase('next.one', first);
  if (earliestDay - today > NAMED_DAYS) {
    return phrase('next.days', earliestDay - today, latestDay - today);
  }
  if (latestDay - today > NAMED_DAYS) return phrase('next.from', first);
  const last = dayPhrase(latestDay, today);
  return phrase(latestDay - earliestDay === 1 ? 'next.or' : 'next.span', first, last);
}

/** Whether a phrase of `nextPhrase` says that today is good. */
export function isGoodToday({ key }: Phrase): boolean {
  return /^next\.(?:open|ready|today)/.test(key);
}

/** Any day from today to `latestDay` is good. */
function readyPhrase(latestDay: number, today: number): Phrase {
  if (latestDay === today) return phrase('next.today');
  if (latestDay - today > NAMED_DAYS) return phrase('next.ready');
  const isTomorrow = latestDay === today + 1;
  return phrase(isTomorrow ? 'next.today.or' : 'next.today.by', dayPhrase(latestDay, today));
}

function dayPhrase(day: number, today: number): Phrase {
  if (day === today + 1) return phrase('day.tomorrow');
  return phrase(`day.${weekday(day) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`);
}

/** A time of the day as the wearer's clock shows it. @param minutes since midnight */
export function timePhrase(minutes: number, isTwelve: boolean): Phrase {
  const hour = Math.floor(minutes / 60);
  const minute = minutes % 60;
  const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
  if (!isTwelve) return phrase('time.24', two(hour), two(minute));
  return phrase(hour < 12 ? 'time.am' : 'time.pm', hour % 12 === 0 ? 12 : hour % 12, two(minute));
}
