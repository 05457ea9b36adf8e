import type { PhoneDateTexts } from './phone-dates-en.ts';

/** Dates on the phone page in Simplified Chinese. */
export const phoneDatesZh: PhoneDateTexts = {
  'date.day': '{2}{1}日{0}',
  'date.day-year': '{3}年{2}{1}日{0}',
  'date.month': '{1}年{0}',
  'date.minute': '{0} {1}',
  'weekday.0': '周日',
  'weekday.1': '周一',
  'weekday.2': '周二',
  'weekday.3': '周三',
  'weekday.4': '周四',
  'weekday.5': '周五',
  'weekday.6': '周六',
  'month.1': '1月',
  'month.2': '2月',
  'month.3': '3月',
  'month.4': '4月',
  'month.5': '5月',
  'month.6': '6月',
  'month.7': '7月',
  'month.8': '8月',
  'month.9': '9月',
  'month.10': '10月',
  'month.11': '11月',
  'month.12': '12月',
};
