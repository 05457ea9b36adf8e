/** Dates on the phone page in English. The other languages are typed by this one. */
export const phoneDatesEn = {
  'date.day': '{0} {1} {2}',
  'date.day-year': '{0} {1} {2} {3}',
  'date.month': '{0} {1}',
  'date.minute': '{0}, {1}',
  'weekday.0': 'Sun',
  'weekday.1': 'Mon',
  'weekday.2': 'Tue',
  'weekday.3': 'Wed',
  'weekday.4': 'Thu',
  'weekday.5': 'Fri',
  'weekday.6': 'Sat',
  'month.1': 'Jan',
  'month.2': 'Feb',
  'month.3': 'Mar',
  'month.4': 'Apr',
  'month.5': 'May',
  'month.6': 'Jun',
  'month.7': 'Jul',
  'month.8': 'Aug',
  'month.9': 'Sep',
  'month.10': 'Oct',
  'month.11': 'Nov',
  'month.12': 'Dec',
} as const;

export type PhoneDateTexts = Readonly<Record<keyof typeof phoneDatesEn, string>>;
