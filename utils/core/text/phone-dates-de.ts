import type { PhoneDateTexts } from './phone-dates-en.ts';

/** Dates on the phone page in German. */
export const phoneDatesDe: PhoneDateTexts = {
  'date.day': '{0}, {1}. {2}',
  'date.day-year': '{0}, {1}. {2} {3}',
  'date.month': '{0} {1}',
  'date.minute': '{0}, {1}',
  'weekday.0': 'So',
  'weekday.1': 'Mo',
  'weekday.2': 'Di',
  'weekday.3': 'Mi',
  'weekday.4': 'Do',
  'weekday.5': 'Fr',
  'weekday.6': 'Sa',
  'month.1': 'Jan.',
  'month.2': 'Feb.',
  'month.3': 'März',
  'month.4': 'Apr.',
  'month.5': 'Mai',
  'month.6': 'Juni',
  'month.7': 'Juli',
  'month.8': 'Aug.',
  'month.9': 'Sept.',
  'month.10': 'Okt.',
  'month.11': 'Nov.',
  'month.12': 'Dez.',
};
