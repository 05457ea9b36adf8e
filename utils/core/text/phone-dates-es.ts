import type { PhoneDateTexts } from './phone-dates-en.ts';

/** Dates on the phone page in Spanish. */
export const phoneDatesEs: PhoneDateTexts = {
  'date.day': '{0} {1} {2}',
  'date.day-year': '{0} {1} {2} {3}',
  'date.month': '{0} {1}',
  'date.minute': '{0}, {1}',
  'weekday.0': 'dom',
  'weekday.1': 'lun',
  'weekday.2': 'mar',
  'weekday.3': 'mié',
  'weekday.4': 'jue',
  'weekday.5': 'vie',
  'weekday.6': 'sáb',
  'month.1': 'ene',
  'month.2': 'feb',
  'month.3': 'mar',
  'month.4': 'abr',
  'month.5': 'may',
  'month.6': 'jun',
  'month.7': 'jul',
  'month.8': 'ago',
  'month.9': 'sept',
  'month.10': 'oct',
  'month.11': 'nov',
  'month.12': 'dic',
};
