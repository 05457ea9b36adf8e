import { getTimeFormat, TIME_FORMAT_12 } from '@zos/settings';

/** Whether the watch shows hours from 1 to 12. */
export function isTwelveHourWatch(): boolean {
  return getTimeFormat() === TIME_FORMAT_12;
}
